package dev.drover.scheduler.app;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.id.InboxOffset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A log whose owner hangs in a read, until somebody lets it go on with what it has read. */
final class StuckLog implements ZoneLog {
    private final ZoneLog log;
    private final CountDownLatch stuck;
    private final CountDownLatch released;

    /** {@code stuck} says that an input was read; {@code released} is waited for then. */
    StuckLog(ZoneLog log, CountDownLatch stuck, CountDownLatch released) {
        this.log = log;
        this.stuck = stuck;
        this.released = released;
    }

    @Override
    public void fence() {
        log.fence();
    }

    @Override
    public ZoneHistory history() {
        return log.history();
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {
        log.readFrom(last);
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        List<InboxRecord> read = log.poll(wait);
        if (!read.isEmpty()) {
            stuck.countDown();
            await(released);
        }
        return read;
    }

    @Override
    public CommitResult commit(Batch batch) {
        return log.commit(batch);
    }

    @Override
    public void close() {
        log.close();
    }

    /** Hears no interrupt, as whatever hangs. */
    static void await(CountDownLatch released) {
        boolean over = false;
        while (!over) {
            try {
                released.await();
                over = true;
            } catch (InterruptedException ignored) {
                over = false;
            }
        }
    }
}
