package dev.drover.agent.adapter.akka;

import dev.drover.agent.domain.JournalEntry;

/** Where the agent writes what it must not forget. */
@FunctionalInterface
public interface Journal {
    /** Returns once the entry is safe; throws when it may not be. */
    void append(JournalEntry entry);
}
