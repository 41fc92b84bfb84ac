package dev.drover.agent.adapter.akka;

import dev.drover.agent.domain.JournalEntry;

/** What a {@link JournalActor} is told. */
sealed interface JournalMessage {
    /** An entry, and what to tell the host once it is safe. */
    record Append(JournalEntry entry, HostMessage then) implements JournalMessage {}

    /** There may be room again. */
    record Retry() implements JournalMessage {}
}
