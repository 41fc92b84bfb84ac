package dev.drover.schema.forecast;

import dev.drover.schema.id.InvalidValueException;
import java.time.Duration;

/** A migration that has ended: what was forecast for it without calibration, and how long it took. */
public record Observation(Circumstances circumstances, Duration forecast, Duration took) {
    /** Throws {@link InvalidValueException} for a migration that took no time: it tells nothing. */
    public Observation {
        if (forecast.isZero() || forecast.isNegative() || took.isZero() || took.isNegative()) {
            throw new InvalidValueException(
                    "took", "is " + took + ", forecast " + forecast + "; both must be longer than nothing");
        }
    }

    /** By what the forecast would have had to be multiplied, as a logarithm. */
    double logRatio() {
        return Math.log(Numbers.seconds(took) / Numbers.seconds(forecast));
    }
}
