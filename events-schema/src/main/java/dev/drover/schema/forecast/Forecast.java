package dev.drover.schema.forecast;

import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * What to expect of a migration. Where the verdict is that it can't be done, the figures are those of the rounds after
 * which that is plain.
 *
 * @param time from the start until all of the guest is at the destination
 * @param sent on the link
 * @param iterations rounds over the guest's memory, the last one, with the guest stopped, included
 * @param blackout for how long the guest stands still
 */
public record Forecast(Duration time, Bytes sent, int iterations, Duration blackout, Verdict verdict) {
    /** The same, taking so many times as long. */
    public Forecast times(double factor) {
        return new Forecast(Numbers.duration(Numbers.seconds(time) * factor), sent, iterations, blackout, verdict);
    }
}
