package dev.drover.schema.snapshot;

import dev.drover.schema.id.Check;
import java.util.List;

/**
 * Some of the entries of a state, in their order.
 *
 * @param part its place among the chunks, from 0
 */
public record SnapshotChunk(long ofEvents, int part, List<SnapshotEntry> entries) implements SnapshotPart {
    /** Copies the list; throws {@link dev.drover.schema.id.InvalidValueException} for a place that can't be. */
    public SnapshotChunk {
        Check.atLeast("ofEvents", ofEvents, 0);
        Check.atLeast("part", part, 0);
        entries = List.copyOf(entries);
    }
}
