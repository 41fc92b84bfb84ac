package dev.drover.simulation.planted;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.id.InboxOffset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A log in which something is wrong. */
class LogBug implements ZoneLog {
    final ZoneLog inner;

    LogBug(ZoneLog inner) {
        this.inner = inner;
    }

    @Override
    public void fence() {
        inner.fence();
    }

    @Override
    public ZoneHistory history() {
        return inner.history();
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {
        inner.readFrom(last);
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        return inner.poll(wait);
    }

    @Override
    public CommitResult commit(Batch batch) {
        return inner.commit(batch);
    }

    @Override
    public void close() {
        inner.close();
    }
}
