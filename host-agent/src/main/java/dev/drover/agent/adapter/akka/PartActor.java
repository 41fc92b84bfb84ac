package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.drover.agent.engine.Part;
import dev.drover.agent.engine.Post;
import java.time.Duration;
import java.util.function.Function;

/** An actor for one part of an agent. It fails with the part, and with the parts that this one employed. */
final class PartActor {
    private PartActor() {}

    static <M> Behavior<M> of(Function<Post<M>, Part<M>> begin) {
        return of((context, post) -> begin.apply(post));
    }

    static <M> Behavior<M> of(Beginning<M> begin) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            Part<M> part = begin.apply(context, new ActorPost<>(context, timers));
            return Behaviors.receive(
                    (same, message) -> part.on(message) ? Behaviors.same() : Behaviors.stopped(), (same, signal) -> {
                        if (signal instanceof ChildFailed failed) {
                            throw new IllegalStateException(
                                    failed.getRef() + " failed, and the agent with it", failed.cause());
                        }
                        return Behaviors.same();
                    });
        }));
    }

    /** Makes the part of an actor. */
    interface Beginning<M> {
        Part<M> apply(ActorContext<M> context, Post<M> post);
    }

    private record ActorPost<M>(ActorRef<M> self, TimerScheduler<M> timers) implements Post<M> {
        ActorPost(ActorContext<M> context, TimerScheduler<M> timers) {
            this(context.getSelf(), timers);
        }

        @Override
        public void tell(M message) {
            self.tell(message);
        }

        @Override
        public void wake(String alarm, M message, Duration wait) {
            timers.startSingleTimer(alarm, message, wait);
        }

        @Override
        public void sleep() {
            timers.cancelAll();
        }
    }
}
