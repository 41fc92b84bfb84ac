package dev.drover.simulation.restart;

import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.SlotFooter;
import dev.drover.scheduler.engine.SnapshotShelf;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recorded log, which may still grow. It gives one event at a time, and says that it ends at {@code end}, however much
 * more there is: whoever loads it stops there.
 */
final class RecordedHistory implements ZoneHistory {
    private final List<LoggedEvent> events;
    private final SnapshotShelf shelf;
    private final LogPosition end;
    private Optional<LogPosition> begun = Optional.empty();
    private LogPosition position = LogPosition.START;
    private int next;

    RecordedHistory(List<LoggedEvent> events, SnapshotShelf shelf, LogPosition end) {
        this.events = events;
        this.shelf = shelf;
        this.end = end;
    }

    /** Where whoever reads this began. */
    Optional<LogPosition> begun() {
        return begun;
    }

    @Override
    public Optional<StoredSnapshot> snapshotOutside(Set<Slot> slots) {
        return shelf.newestOutside(slots);
    }

    @Override
    public Optional<SlotFooter> newestFooter() {
        return shelf.newestFooter();
    }

    @Override
    public void readFrom(LogPosition from) {
        begun = Optional.of(from);
        position = from;
        next = 0;
        while (next < events.size() && !position.isBefore(events.get(next).next())) {
            next++;
        }
    }

    @Override
    public LogPosition position() {
        return position;
    }

    @Override
    public LogPosition end() {
        return end;
    }

    @Override
    public List<LoggedEvent> poll(Duration wait) {
        if (next == events.size()) {
            return List.of();
        }
        LoggedEvent event = events.get(next++);
        position = event.next();
        return List.of(event);
    }

    @Override
    public void close() {
        position = LogPosition.START;
    }
}
