package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.Behaviors;

/** Notices when an actor stops, whatever the reason. */
final class Watcher {
    private Watcher() {}

    static Behavior<Void> of(ActorRef<?> watched, Runnable whenStopped) {
        return Behaviors.setup(context -> {
            context.watch(watched);
            return Behaviors.receive(Void.class)
                    .onSignal(Terminated.class, gone -> {
                        whenStopped.run();
                        return Behaviors.stopped();
                    })
                    .build();
        });
    }
}
