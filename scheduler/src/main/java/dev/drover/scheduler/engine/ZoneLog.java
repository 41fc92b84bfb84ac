package dev.drover.scheduler.engine;

import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A zone's log and inbox, as its one owner uses them. Used by one thread. All calls but {@link #commit} throw
 * {@link ZoneLogException} when the log can't be reached or read.
 */
public interface ZoneLog extends AutoCloseable {
    /**
     * Shuts out every earlier owner, so that nothing of theirs can still be written, and then hands over all events of
     * the zone, in order.
     */
    void open(Consumer<EventMessage> replay);

    /** The next {@link #poll} begins behind {@code last}, or at the beginning. */
    void readFrom(Optional<InboxOffset> last);

    /** The next records of the inbox, at most 500; waits up to {@code wait} for the first. */
    List<InboxRecord> poll(Duration wait);

    /** Writes the whole batch, or nothing. */
    CommitResult commit(Batch batch);

    /** Lets go of the log. */
    @Override
    void close();
}
