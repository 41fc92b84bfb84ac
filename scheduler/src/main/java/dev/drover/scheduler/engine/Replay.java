package dev.drover.scheduler.engine;

import dev.drover.schema.id.LogPosition;
import java.time.Duration;

/** Brings a fold up to where its log ends. Nothing is decided on the way. */
final class Replay {
    private static final Duration WAIT = Duration.ofMillis(100);

    private Replay() {}

    /** The fold of all events that were committed before this call, or a little later. */
    static Folded toTheEnd(ZoneHistory history, Folded from) {
        LogPosition end = history.end();
        history.readFrom(from.position());
        Folded folded = from;
        while (history.position().isBefore(end)) {
            for (LoggedEvent event : history.poll(WAIT)) {
                folded = folded.with(event);
            }
        }
        return folded;
    }
}
