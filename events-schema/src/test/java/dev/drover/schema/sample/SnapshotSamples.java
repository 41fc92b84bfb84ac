package dev.drover.schema.sample;

import dev.drover.schema.id.LogPosition;
import dev.drover.schema.snapshot.HostEntry;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import java.util.List;
import java.util.Map;

/** What a zone puts aside. */
final class SnapshotSamples {
    static final Map<String, SnapshotPart> PARTS = Map.of(
            "snapshot.chunk",
            new SnapshotChunk(90_210, 3, List.of(new HostEntry(Parts.FACTS))),
            "snapshot.footer",
            new SnapshotFooter(
                    90_210,
                    4,
                    new LogPosition(180_411),
                    Parts.AT,
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));

    private SnapshotSamples() {}
}
