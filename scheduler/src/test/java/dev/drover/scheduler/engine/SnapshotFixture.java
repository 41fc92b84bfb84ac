package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.message.Head;
import dev.drover.schema.snapshot.HostEntry;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Snapshots that say nothing in particular. */
final class SnapshotFixture {
    private SnapshotFixture() {}

    static Batch parts(String slot, long events, long position, int chunks) {
        List<SnapshotRecord> all = new ArrayList<>(
                partsWithoutFooter(slot, events, position, chunks).snapshot());
        all.addAll(footer(slot, events, position, chunks).snapshot());
        return batch(all);
    }

    static Batch partsWithoutFooter(String slot, long events, long position, int chunks) {
        return batch(stored(slot, events, position, chunks).chunks().stream()
                .map(chunk -> record(slot, chunk.part(), chunk))
                .toList());
    }

    static Batch footer(String slot, long events, long position, int chunks) {
        return batch(List.of(
                record(slot, chunks, stored(slot, events, position, chunks).footer())));
    }

    static StoredSnapshot stored(String slot, long events, long position, int chunks) {
        return new StoredSnapshot(
                new Slot(slot),
                new SnapshotFooter(events, chunks, new LogPosition(position), ZoneScenario.START, "00"),
                IntStream.range(0, chunks)
                        .mapToObj(part -> new SnapshotChunk(events, part, List.of(new HostEntry(Fleet.host("h1", 64)))))
                        .toList());
    }

    private static SnapshotRecord record(String slot, int part, SnapshotPart content) {
        Head head = new Head(
                new MessageId("snapshot-" + content.ofEvents() + "-" + part),
                Fleet.ZONE,
                ZoneScenario.START,
                Actor.operator("anna"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new SnapshotRecord(head, new Slot(slot), part, Optional.of(content));
    }

    private static Batch batch(List<SnapshotRecord> records) {
        return new Batch(Optional.empty(), List.of(), List.of(), List.of(), records);
    }
}
