package dev.drover.bench.converge.guest;

/**
 * What can be seen of a migration that copies.
 *
 * @param round from 1
 * @param roundBegins whether it was sighted because this round begins
 * @param remaining bytes of this round
 * @param dirtyPerSecond bytes, during the round before
 */
public record Sight(
        double seconds,
        long round,
        boolean roundBegins,
        double remaining,
        double bytesPerSecond,
        double dirtyPerSecond,
        int throttlePercent) {}
