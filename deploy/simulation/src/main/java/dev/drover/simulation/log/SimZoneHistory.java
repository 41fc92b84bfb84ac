package dev.drover.simulation.log;

import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.SlotFooter;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.snapshot.Slot;
import dev.drover.simulation.time.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A zone's past as one node reaches it. */
public final class SimZoneHistory implements ZoneHistory {
    private static final MessageCodec CODEC = new MessageCodec();
    private static final int MAX_EVENTS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimTopics topics;
    private final Machine machine;
    private long position;

    /** For a node that runs on {@code machine}. */
    public SimZoneHistory(SimTopics topics, Machine machine) {
        this.topics = topics;
        this.machine = machine;
    }

    @Override
    public Optional<StoredSnapshot> snapshotOutside(Set<Slot> slots) {
        reach("reading the snapshots");
        return topics.snapshots().shelf().newestOutside(slots);
    }

    @Override
    public Optional<SlotFooter> newestFooter() {
        reach("looking for the newest snapshot");
        return topics.snapshots().shelf().newestFooter();
    }

    @Override
    public void readFrom(LogPosition from) {
        if (topics.end().isBefore(from)) {
            throw new ZoneHaltedException("zone " + topics.zone() + " stops: its log ends at "
                    + topics.end().value() + ", but its events are needed from " + from.value() + " on");
        }
        position = from.value();
    }

    @Override
    public LogPosition position() {
        return new LogPosition(position);
    }

    @Override
    public LogPosition end() {
        reach("looking for the end of the log");
        return topics.end();
    }

    @Override
    public List<LoggedEvent> poll(Duration wait) {
        boolean nothing = position >= topics.end().value();
        if ((nothing && !wait.isZero()) || !isReachable()) {
            machine.waits(wait);
        }
        List<LoggedEvent> read = new ArrayList<>();
        while (isReachable() && position < topics.end().value() && read.size() < MAX_EVENTS) {
            long next = position + 1;
            topics.eventAt(position)
                    .ifPresent(record -> read.add(new LoggedEvent(event(record, next - 1), new LogPosition(next))));
            position = next;
        }
        return read;
    }

    @Override
    public void close() {
        position = 0;
    }

    private EventMessage event(SimRecord record, long at) {
        return record.read().then(CODEC::event).orElse(error -> {
            throw new ZoneHaltedException(
                    "zone " + topics.zone() + " stops: the event at " + at + " can't be read: " + error.explain());
        });
    }

    private boolean isReachable() {
        return machine.hears() && machine.isHeard();
    }

    private void reach(String doing) {
        if (!isReachable()) {
            machine.waits(PATIENCE);
            throw new ZoneLogException(doing + " of zone " + topics.zone() + " failed: the broker did not answer");
        }
    }
}
