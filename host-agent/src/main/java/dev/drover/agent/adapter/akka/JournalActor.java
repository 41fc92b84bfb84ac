package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.drover.agent.domain.JournalEntry;

/**
 * Writes the journal in the order it is told to. It waits for the disk, so it has a thread to itself. It stops when an
 * entry can't be written, and the agent with it: what it could not write it would forget.
 */
final class JournalActor {
    private JournalActor() {}

    /** An entry, and what to tell the host once it is safe. */
    record Append(JournalEntry entry, HostMessage then) {}

    static Behavior<Append> create(Journal journal, ActorRef<HostMessage> host) {
        return Behaviors.receiveMessage(append -> {
            journal.append(append.entry());
            host.tell(append.then());
            return Behaviors.same();
        });
    }
}
