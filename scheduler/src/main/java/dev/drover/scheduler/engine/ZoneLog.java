package dev.drover.scheduler.engine;

import dev.drover.schema.id.InboxOffset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A zone's log and inbox, as its one owner uses them. Used by one thread. All calls but {@link #commit} throw
 * {@link ZoneLogException} when the log can't be reached, and {@link ZoneHaltedException} when it must not be gone on
 * with.
 */
public interface ZoneLog extends AutoCloseable {
    /** Shuts out every earlier owner: nothing of theirs can be written any more, and what they left open is dropped. */
    void fence();

    /** What the zone has written so far. */
    ZoneHistory history();

    /**
     * The next {@link #poll} begins behind {@code last}, or at the beginning of the zone. Halts when records that were
     * never read are gone from there, and when later ones were answered by a commit: then its events are gone.
     */
    void readFrom(Optional<InboxOffset> last);

    /** The next records of the inbox, at most 500; waits up to {@code wait} for the first. */
    List<InboxRecord> poll(Duration wait);

    /** Writes the whole batch, or nothing. */
    CommitResult commit(Batch batch);

    /** Lets go of the log. */
    @Override
    void close();
}
