package dev.drover.agent.port;

import dev.drover.agent.domain.JournalEntry;

/** Where the agent writes what it must not forget. */
@FunctionalInterface
public interface Journal {
    /**
     * Returns once the entry is safe. Throws {@link JournalFullException} when there was no room for it, and anything
     * else when nobody knows whether it is safe.
     */
    void append(JournalEntry entry);
}
