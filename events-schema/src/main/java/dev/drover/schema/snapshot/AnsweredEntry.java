package dev.drover.schema.snapshot;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.IntentId;

/**
 * An intent that was over.
 *
 * @param event the number of the event that ended it
 */
public record AnsweredEntry(IntentId intent, long event) implements SnapshotEntry {
    /** Throws {@link dev.drover.schema.id.InvalidValueException} for an event that can't be. */
    public AnsweredEntry {
        Check.atLeast("event", event, 1);
    }
}
