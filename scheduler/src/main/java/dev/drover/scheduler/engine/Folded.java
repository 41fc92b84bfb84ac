package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.ZoneId;

/**
 * A state, and the place in the log up to which it is the fold of.
 *
 * @param position behind the last event that went into it
 */
public record Folded(ZoneState state, LogPosition position) {
    /** Of a log nothing of which has been read. */
    public static Folded empty(ZoneId zone) {
        return new Folded(ZoneState.empty(zone), LogPosition.START);
    }

    /** With the next event of the log. */
    public Folded with(LoggedEvent next) {
        return new Folded(ZoneEvolver.evolve(state, next.event()), next.next());
    }
}
