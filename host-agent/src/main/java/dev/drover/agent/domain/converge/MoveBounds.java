package dev.drover.agent.domain.converge;

import dev.drover.schema.forecast.Forecaster;
import dev.drover.schema.id.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * What holds for one move, whatever it takes.
 *
 * @param blackoutObjective for how long its guest may stand still
 * @param deadline by when it must have ended, one way or the other
 */
public record MoveBounds(Duration blackoutObjective, Instant deadline, Consents consents) {
    /** An objective that the handover alone breaks can't be kept: throws {@link InvalidValueException}. */
    public MoveBounds {
        if (blackoutObjective.compareTo(Forecaster.HANDOVER) <= 0) {
            throw new InvalidValueException(
                    "blackoutObjective",
                    "is " + blackoutObjective + "; handing a guest over takes " + Forecaster.HANDOVER + ", give more");
        }
    }

    /** The longest downtime limit that keeps the objective, {@code sparePercent} of it put by for a rate that dips. */
    Duration longestLimit(int sparePercent) {
        return withSpare(blackoutObjective, sparePercent);
    }

    /** In whole milliseconds, as hypervisors count limits. */
    static Duration withSpare(Duration blackout, int sparePercent) {
        Duration stop = blackout.minus(Forecaster.HANDOVER);
        return Duration.ofMillis(
                stop.multipliedBy(100L - sparePercent).dividedBy(100).toMillis());
    }
}
