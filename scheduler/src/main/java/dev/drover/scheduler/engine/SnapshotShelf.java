package dev.drover.scheduler.engine;

import dev.drover.schema.id.LogPosition;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Snapshots being put together from their records, which come in the order in which they were written. A slot may hold
 * parts of two, when the later one was never finished: what belongs together says so itself.
 */
public final class SnapshotShelf {
    private final SortedMap<Slot, SortedMap<Integer, SnapshotPart>> slots = new TreeMap<>();

    /** The part of {@code slot} at this place, in place of what was there. */
    public void put(Slot slot, int part, SnapshotPart content) {
        slots.computeIfAbsent(slot, unused -> new TreeMap<>()).put(part, content);
    }

    /** The newest outside these slots of which all parts are here. */
    public Optional<StoredSnapshot> newestOutside(Set<Slot> except) {
        return footers(except).flatMap(found -> whole(found).stream()).findFirst();
    }

    /**
     * Whether the newest outside these slots of which there is a footer is here whole; on several rungs of the ladder
     * stands the same one.
     */
    public boolean isNewestWhole(Set<Slot> except) {
        Optional<LogPosition> newest =
                footers(except).findFirst().map(found -> found.footer().position());
        return newestOutside(except)
                .map(whole -> whole.footer().position())
                .filter(position -> newest.equals(Optional.of(position)))
                .isPresent();
    }

    /** The newest footer, whether or not its other parts are here. */
    public Optional<SlotFooter> newestFooter() {
        return footers(Set.of()).findFirst();
    }

    private Stream<SlotFooter> footers(Set<Slot> except) {
        return slots.entrySet().stream()
                .filter(slot -> !except.contains(slot.getKey()))
                .flatMap(slot -> slot.getValue().values().stream()
                        .filter(SnapshotFooter.class::isInstance)
                        .map(footer -> new SlotFooter(slot.getKey(), (SnapshotFooter) footer)))
                .sorted(Comparator.comparing(
                                (SlotFooter found) -> found.footer().position())
                        .reversed());
    }

    private Optional<StoredSnapshot> whole(SlotFooter found) {
        SortedMap<Integer, SnapshotPart> parts = slots.getOrDefault(found.slot(), new TreeMap<>());
        List<SnapshotChunk> chunks = new ArrayList<>();
        for (int part = 0; part < found.footer().parts(); part++) {
            if (parts.get(part) instanceof SnapshotChunk chunk
                    && chunk.ofEvents() == found.footer().ofEvents()
                    && chunk.part() == part) {
                chunks.add(chunk);
            }
        }
        return chunks.size() == found.footer().parts()
                ? Optional.of(new StoredSnapshot(found.slot(), found.footer(), chunks))
                : Optional.empty();
    }
}
