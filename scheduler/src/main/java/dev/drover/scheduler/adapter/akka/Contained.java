package dev.drover.scheduler.adapter.akka;

import akka.actor.typed.Behavior;
import akka.actor.typed.BehaviorInterceptor;
import akka.actor.typed.Signal;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.Supplier;

/**
 * Keeps what one zone's code throws from ending the node. Akka takes a {@link StackOverflowError} or a
 * {@link LinkageError} for the end of the process; but it is one zone's, and would follow that zone from node to node.
 * Only what no other zone can escape either is let through, such as memory that is used up.
 */
final class Contained extends BehaviorInterceptor<ZoneActor.Message, ZoneActor.Message> {
    private Contained() {
        super(ZoneActor.Message.class);
    }

    /** The behaviour, made when its actor starts: making it may fail, too. */
    static Behavior<ZoneActor.Message> of(Supplier<Behavior<ZoneActor.Message>> zoneActor) {
        return Behaviors.intercept(Contained::new, Behaviors.setup(context -> zoneActor.get()));
    }

    @Override
    public Behavior<ZoneActor.Message> aroundStart(
            TypedActorContext<ZoneActor.Message> context, PreStartTarget<ZoneActor.Message> target) {
        return contained(() -> target.start(context));
    }

    @Override
    public Behavior<ZoneActor.Message> aroundReceive(
            TypedActorContext<ZoneActor.Message> context,
            ZoneActor.Message message,
            ReceiveTarget<ZoneActor.Message> target) {
        return contained(() -> target.apply(context, message));
    }

    @Override
    public Behavior<ZoneActor.Message> aroundSignal(
            TypedActorContext<ZoneActor.Message> context, Signal signal, SignalTarget<ZoneActor.Message> target) {
        return contained(() -> target.apply(context, signal));
    }

    private static Behavior<ZoneActor.Message> contained(Supplier<Behavior<ZoneActor.Message>> step) {
        try {
            return step.get();
        } catch (StackOverflowError | LinkageError | AssertionError broken) {
            throw new IllegalStateException("the zone's code is broken: " + broken, broken);
        }
    }
}
