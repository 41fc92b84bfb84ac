package dev.drover.scheduler.engine;

import dev.drover.schema.id.LogPosition;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in a {@link MemoryBroker}. */
final class MemoryHistory implements ZoneHistory {
    private final MemoryBroker broker;
    private int position;

    MemoryHistory(MemoryBroker broker) {
        this.broker = broker;
    }

    @Override
    public Optional<StoredSnapshot> snapshotOutside(Set<Slot> slots) {
        return shelf().newestOutside(slots);
    }

    @Override
    public Optional<SlotFooter> newestFooter() {
        return shelf().newestFooter();
    }

    @Override
    public void readFrom(LogPosition from) {
        if (end().isBefore(from)) {
            throw new ZoneHaltedException("the log ends at " + end() + ", before " + from);
        }
        position = (int) from.value();
        broker.replaying(from);
    }

    @Override
    public LogPosition position() {
        return new LogPosition(position);
    }

    @Override
    public LogPosition end() {
        return new LogPosition(broker.events().size());
    }

    @Override
    public List<LoggedEvent> poll(Duration wait) {
        List<EventMessage> all = broker.events();
        List<LoggedEvent> next = new ArrayList<>();
        for (; position < all.size(); position++) {
            next.add(new LoggedEvent(all.get(position), new LogPosition(position + 1)));
        }
        return next;
    }

    @Override
    public void close() {}

    private SnapshotShelf shelf() {
        SnapshotShelf shelf = new SnapshotShelf();
        broker.snapshot()
                .forEach(record ->
                        record.content().ifPresent(content -> shelf.put(record.slot(), record.part(), content)));
        return shelf;
    }
}
