package dev.drover.bench.race.scene;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drover.schema.id.InvalidValueException;

/**
 * How far a race is from what the instance says.
 *
 * @param dirtyRateSigma how far true dirty rates are from those that are known: the standard deviation of the logarithm of
 *     what they are multiplied by; the hot set's and the cold rate are drawn apart
 * @param failureProbability with which an attempt fails, at any point of its first pass
 * @param mostFailures so often a vm's attempts fail at most
 * @param retryAfterMillis how long to wait before the next attempt, whatever the rule
 * @param downtimeLimitMillis for how long the hypervisor may plan to stop a guest, whatever the rule
 * @param autoConverge whether guests that write faster than they are copied are slowed down, whatever the rule
 */
public record Noise(
        @JsonProperty(value = "dirty_rate_sigma") double dirtyRateSigma,
        @JsonProperty(value = "failure_probability") double failureProbability,
        @JsonProperty(value = "most_failures") int mostFailures,
        @JsonProperty(value = "retry_after_ms") long retryAfterMillis,
        @JsonProperty(value = "downtime_limit_ms") long downtimeLimitMillis,
        @JsonProperty(value = "auto_converge") boolean autoConverge) {
    /** As far as forecasts of guests are off, and one attempt in a hundred failing. */
    public static final Noise USUAL = new Noise(0.25, 0.01, 2, 1_000, 300, true);

    /** The instance says all. */
    public static final Noise NONE = new Noise(0, 0, 0, 0, 300, true);

    private static final long AN_HOUR = 3_600_000;

    /** Validates; throws {@link InvalidValueException}. */
    public Noise {
        requireWithin("dirty_rate_sigma", dirtyRateSigma, 0, 2);
        requireWithin("failure_probability", failureProbability, 0, 1);
        requireWithin("most_failures", mostFailures, 0, 100);
        requireWithin("retry_after_ms", (double) retryAfterMillis, 0, AN_HOUR);
        requireWithin("downtime_limit_ms", (double) downtimeLimitMillis, 1, AN_HOUR);
    }

    private static void requireWithin(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidValueException(
                    field, "is " + plain(value) + "; give " + plain(least) + " to " + plain(most));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
