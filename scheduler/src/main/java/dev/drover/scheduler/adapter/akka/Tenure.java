package dev.drover.scheduler.adapter.akka;

import akka.Done;
import akka.actor.Cancellable;
import akka.actor.typed.ActorRef;
import java.util.List;

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

    /**
     * Its actor was told to stop.
     *
     * @param waiting who wants to know when nothing more will be written
     * @param returning whether it was given back in the meantime
     */
    record Leaving(List<ActorRef<Done>> waiting, boolean returning) implements Tenure {}
}
