package dev.drover.agent.engine;

import dev.drover.agent.domain.JournalEntry;

/** What a {@link JournalKeeper} is told. */
public sealed interface JournalMessage {
    /** An entry, and what to tell the host once it is safe. */
    record Append(JournalEntry entry, HostMessage then) implements JournalMessage {}

    /** See whether there is room. */
    record Look() implements JournalMessage {}
}
