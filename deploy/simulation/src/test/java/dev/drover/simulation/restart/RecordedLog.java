package dev.drover.simulation.restart;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.id.InboxOffset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The log of a recorded zone for a new owner, who finds nothing in the inbox and whose first batch is kept. */
final class RecordedLog implements ZoneLog {
    private final RecordedHistory history;
    private Optional<Batch> written = Optional.empty();
    private Optional<InboxOffset> readFrom = Optional.empty();

    RecordedLog(RecordedHistory history) {
        this.history = history;
    }

    /** What the new owner wrote. */
    Optional<Batch> written() {
        return written;
    }

    /** Behind which input it goes on. */
    Optional<InboxOffset> goesOnBehind() {
        return readFrom;
    }

    @Override
    public void fence() {
        written = Optional.empty();
    }

    @Override
    public ZoneHistory history() {
        return history;
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {
        readFrom = last;
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        return List.of();
    }

    @Override
    public CommitResult commit(Batch batch) {
        written = Optional.of(batch);
        return new CommitResult.Committed(Optional.of(history.end()));
    }

    @Override
    public void close() {
        history.close();
    }
}
