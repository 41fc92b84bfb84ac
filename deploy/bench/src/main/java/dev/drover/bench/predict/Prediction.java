package dev.drover.bench.predict;

import dev.drover.schema.forecast.Circumstances;
import dev.drover.schema.forecast.Forecast;
import dev.drover.schema.forecast.Observation;
import java.time.Duration;

/** A migration, what was forecast for it before it started, and that as experience corrected it. */
record Prediction(Migration migration, Circumstances circumstances, Forecast bare, Forecast calibrated) {
    private static final double NANOS_A_SECOND = 1e9;

    /** What there is to learn once it has ended. */
    Observation observation() {
        return new Observation(
                circumstances, bare.time(), Duration.ofNanos(Math.round(migration.tookSeconds() * NANOS_A_SECOND)));
    }
}
