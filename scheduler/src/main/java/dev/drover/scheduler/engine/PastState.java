package dev.drover.scheduler.engine;

import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.ZoneId;
import java.time.Duration;
import java.time.Instant;

/** A zone as it was at a moment of the past. */
public final class PastState {
    private static final Duration WAIT = Duration.ofMillis(100);

    private PastState() {}

    /** The fold of all events up to {@code time}, from the nearest snapshot before it. Moves the history's place. */
    public static Folded at(ZoneHistory history, ZoneId zone, Instant time) {
        Folded folded = SnapshotLoader.newestAt(history, zone, time)
                .map(SnapshotLoader.Loaded::folded)
                .orElse(Folded.empty(zone));
        LogPosition end = history.end();
        history.readFrom(folded.position());
        while (history.position().isBefore(end)) {
            for (LoggedEvent event : history.poll(WAIT)) {
                if (event.event().head().at().isAfter(time)) {
                    return folded;
                }
                folded = folded.with(event);
            }
        }
        return folded;
    }
}
