package dev.drover.agent.port;

import dev.drover.agent.domain.JournalEntry;
import java.util.Optional;

/** Where the agent writes what it must not forget. */
public interface Journal {
    /**
     * Returns once the entry is safe. Throws {@link JournalFullException} when there was no room for it, and anything
     * else when nobody knows whether it is safe.
     */
    void append(JournalEntry entry);

    /**
     * Why nothing new should begin, with the cure: the room that is kept for what runs can't be had in full. Empty when
     * it is there. Tries to get it whenever it is asked.
     */
    Optional<String> shortage();
}
