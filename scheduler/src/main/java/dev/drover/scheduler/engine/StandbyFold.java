package dev.drover.scheduler.engine;

import dev.drover.schema.id.ZoneId;
import java.time.Duration;
import java.util.Optional;

/**
 * A zone as a node sees it that does not own it: the same fold of the same log, a moment later. It answers questions,
 * and begins a takeover warm. Used by one thread; {@link #folded} by any.
 */
public final class StandbyFold implements AutoCloseable {
    private final ZoneId zone;
    private final ZoneHistory history;
    private volatile Optional<Folded> folded = Optional.empty();

    /** Has read nothing yet. */
    public StandbyFold(ZoneId zone, ZoneHistory history) {
        this.zone = zone;
        this.history = history;
    }

    /** What is known so far; nothing until the log was read to its end once. */
    public Optional<Folded> folded() {
        return folded;
    }

    /** Reads from the newest snapshot to the end of the log as it is now. */
    public void load() {
        Folded from = SnapshotLoader.newest(history, zone)
                .map(SnapshotLoader.Loaded::folded)
                .orElse(Folded.empty(zone));
        folded = Optional.of(Replay.toTheEnd(history, from));
    }

    /** Reads on; waits up to {@code wait} for the next event. */
    public void follow(Duration wait) {
        Folded now = folded.orElseThrow(() -> new IllegalStateException("zone " + zone + " was not loaded"));
        for (LoggedEvent event : history.poll(wait)) {
            now = now.with(event);
        }
        folded = Optional.of(now);
    }

    @Override
    public void close() {
        history.close();
    }
}
