package dev.drover.scheduler.adapter.akka;

import akka.actor.Cancellable;
import akka.actor.typed.ActorRef;

/** What a node does about a zone that was given to it. */
sealed interface Tenure {
    /**
     * Its actor runs.
     *
     * @param failures how often in a row actors of the zone ended by themselves, before this one
     * @param sinceNanos when it began, by {@link System#nanoTime}
     */
    record Running(ActorRef<ZoneActor.Message> actor, int failures, long sinceNanos) implements Tenure {}

    /** Its last actor ended by itself, another one is begun later. */
    record Pausing(Cancellable end, int failures) implements Tenure {}
}
