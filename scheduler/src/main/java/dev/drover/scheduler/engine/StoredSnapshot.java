package dev.drover.scheduler.engine;

import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import java.util.List;

/** A snapshot as it was found, all its chunks in order. Nothing is verified but that they are there. */
public record StoredSnapshot(Slot slot, SnapshotFooter footer, List<SnapshotChunk> chunks) {
    /** Copies the list. */
    public StoredSnapshot {
        chunks = List.copyOf(chunks);
    }
}
