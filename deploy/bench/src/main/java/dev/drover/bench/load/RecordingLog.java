package dev.drover.bench.load;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.RawRecord;
import dev.drover.scheduler.engine.SlotFooter;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A log in memory for one engine that never fails: gives what it is told to, and keeps what was written last. */
final class RecordingLog implements ZoneLog {
    private List<InboxMessage> next = List.of();
    private long offset;
    private long events;
    private Optional<Batch> written = Optional.empty();

    /** The next {@link #poll} gives these. */
    void offer(List<InboxMessage> inputs) {
        next = List.copyOf(inputs);
    }

    /** The last batch that was committed. */
    Batch written() {
        return written.orElseThrow();
    }

    @Override
    public void fence() {}

    @Override
    public ZoneHistory history() {
        return new Nothing();
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {}

    @Override
    public List<InboxRecord> poll(Duration wait) {
        List<InboxRecord> records = new ArrayList<>();
        for (InboxMessage message : next) {
            records.add(new InboxRecord(new InboxOffset(offset++), RawRecord.EMPTY, new Decoding.Decoded<>(message)));
        }
        next = List.of();
        return records;
    }

    @Override
    public CommitResult commit(Batch batch) {
        written = Optional.of(batch);
        events += batch.events().size();
        return new CommitResult.Committed(
                batch.events().isEmpty() ? Optional.empty() : Optional.of(new LogPosition(events)));
    }

    @Override
    public void close() {}

    /** What a new zone has behind it. */
    private record Nothing() implements ZoneHistory {
        @Override
        public Optional<StoredSnapshot> snapshotOutside(Set<Slot> slots) {
            return Optional.empty();
        }

        @Override
        public Optional<SlotFooter> newestFooter() {
            return Optional.empty();
        }

        @Override
        public void readFrom(LogPosition from) {}

        @Override
        public LogPosition position() {
            return LogPosition.START;
        }

        @Override
        public LogPosition end() {
            return LogPosition.START;
        }

        @Override
        public List<LoggedEvent> poll(Duration wait) {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
