package dev.drover.bench.shares;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What shares of so many flows cost.
 *
 * @param fullMillis to reckon all of them, the links without any flow at first
 * @param changeMicros for one flow to end or to begin, the slowest in a hundred beside the middle one
 * @param changed flows that got another rate by that, on the average
 */
public record SharesResult(
        int flows,
        int links,
        @JsonProperty("full_ms") double fullMillis,
        @JsonProperty("change_us") Change changeMicros,
        double changed) {
    /** Times of a change. */
    public record Change(double p50, double p99) {}
}
