package dev.drover.scheduler.engine;

import dev.drover.schema.id.LogPosition;
import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a zone has written, for whoever folds it: its owner when it takes over, a standby all the time. Only what was
 * committed is seen. Used by one thread. All calls throw {@link ZoneLogException} when the log can't be reached, and
 * {@link ZoneHaltedException} when it can't be read.
 */
public interface ZoneHistory extends AutoCloseable {
    /**
     * Of the snapshots in other slots than these the newest of which all parts are there. Whether they are what was
     * written is for the caller to verify, who asks on without that one's slot when they are not.
     */
    Optional<StoredSnapshot> snapshotOutside(Set<Slot> slots);

    /**
     * The footer of the snapshot that was finished last, whatever became of its other parts: much cheaper than the
     * snapshot.
     */
    Optional<SlotFooter> newestFooter();

    /**
     * The next {@link #poll} begins here. Halts when events are gone from there, or when the log does not even reach
     * there: it is the truth, and must be whole from any place one begins at.
     */
    void readFrom(LogPosition from);

    /** Where the next {@link #poll} begins. Once it has reached an {@link #end}, all events before that were seen. */
    LogPosition position();

    /** Where the log ends now. */
    LogPosition end();

    /** The next events, in order; waits up to {@code wait} for the first. */
    List<LoggedEvent> poll(Duration wait);

    /** Lets go of it. */
    @Override
    void close();
}
