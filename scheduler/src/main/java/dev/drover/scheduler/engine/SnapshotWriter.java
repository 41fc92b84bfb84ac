package dev.drover.scheduler.engine;

import dev.drover.schema.id.Actor;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.Head;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Puts a zone's state aside while its loop goes on: a few parts with each batch, of the state as it was when the
 * snapshot began. Used by the loop's thread.
 */
public final class SnapshotWriter {
    private static final int PARTS_A_BATCH = 4;

    private final NodeId node;
    private final long everyEvents;
    private final Ladder ladder = new Ladder();
    private final Deque<Slot> slots = new ArrayDeque<>();
    private Optional<Folded> source = Optional.empty();
    private Optional<SnapshotParts> parts = Optional.empty();
    private List<SnapshotRecord> offered = List.of();
    private int part;
    private long lastAt;

    /** Begins one whenever so many events have come since the last. */
    public SnapshotWriter(NodeId node, long everyEvents) {
        this.node = node;
        this.everyEvents = everyEvents;
    }

    /** A snapshot was found: the next one must not take its place, nor come before it is due. */
    void found(SlotFooter newest) {
        lastAt = newest.footer().ofEvents();
        ladder.after(newest.slot());
    }

    /** What to write with the next batch; the same again until it was {@link #written}. */
    List<SnapshotRecord> due(Folded now) {
        if (offered.isEmpty()) {
            begin(now);
            offered = next();
        }
        return offered;
    }

    /** What was {@link #due} stands in the log now. */
    void written() {
        offered = List.of();
    }

    private void begin(Folded now) {
        boolean idle = parts.isEmpty() && slots.isEmpty();
        if (idle && now.state().events() - lastAt >= everyEvents) {
            lastAt = now.state().events();
            source = Optional.of(now);
            slots.addAll(ladder.next(now.state().time()));
        }
        if (parts.isEmpty() && !slots.isEmpty()) {
            parts = source.map(SnapshotParts::new);
            part = 0;
        }
    }

    private List<SnapshotRecord> next() {
        List<SnapshotRecord> records = new ArrayList<>();
        while (records.size() < PARTS_A_BATCH
                && parts.filter(SnapshotParts::hasNext).isPresent()) {
            records.add(record(parts.orElseThrow().next()));
        }
        if (parts.filter(rest -> !rest.hasNext()).isPresent()) {
            parts = Optional.empty();
            slots.remove();
        }
        return records;
    }

    private SnapshotRecord record(SnapshotPart content) {
        Folded folded = source.orElseThrow();
        Slot slot = slots.element();
        Head head = new Head(
                new MessageId(folded.state().zone() + "-snapshot-" + content.ofEvents() + "-" + slot + "-" + part),
                folded.state().zone(),
                folded.state().time(),
                Actor.scheduler(node),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new SnapshotRecord(head, slot, part++, Optional.of(content));
    }
}
