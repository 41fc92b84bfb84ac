package dev.drover.bench.run;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.id.InboxOffset;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A log that cuts its inbox where it is told, and times commits. How many records one fetch brings is chance, and
 * other batches would number events in another way than the recording.
 */
final class PacedLog implements ZoneLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ZoneLog inner;
    private final Deque<InboxRecord> ahead = new ArrayDeque<>();
    private int next;
    private long commitNanos;

    PacedLog(ZoneLog inner) {
        this.inner = inner;
    }

    /** The next {@link #poll} gives so many. */
    void pace(int inputs) {
        next = inputs;
    }

    /** What the last commit took. */
    long commitNanos() {
        return commitNanos;
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
        ahead.clear();
        inner.readFrom(last);
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ahead.size() < next && System.nanoTime() - deadline < 0) {
            ahead.addAll(inner.poll(wait));
        }
        List<InboxRecord> batch = new ArrayList<>();
        while (batch.size() < next) {
            batch.add(ahead.remove());
        }
        return batch;
    }

    @Override
    public CommitResult commit(Batch batch) {
        long begin = System.nanoTime();
        CommitResult result = inner.commit(batch);
        commitNanos = System.nanoTime() - begin;
        return result;
    }

    @Override
    public void close() {
        inner.close();
    }
}
