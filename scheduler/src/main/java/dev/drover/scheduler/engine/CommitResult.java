package dev.drover.scheduler.engine;

import dev.drover.schema.id.LogPosition;
import java.util.Optional;

/** What became of a batch. */
public sealed interface CommitResult {
    /**
     * It is in the log, whole.
     *
     * @param end the place behind its last event, if it had any
     */
    record Committed(Optional<LogPosition> end) implements CommitResult {}

    /** Nothing of it is in the log, and this owner may try again. */
    record Aborted(String why) implements CommitResult {}

    /** Another owner has taken over, or it can't be known what was written: the zone must be loaded anew. */
    record Lost(String why) implements CommitResult {}
}
