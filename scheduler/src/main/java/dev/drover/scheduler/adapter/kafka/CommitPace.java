package dev.drover.scheduler.adapter.kafka;

import java.time.Duration;
import java.util.Optional;

/**
 * Says once that Kafka has become slow in committing batches, and once that it no longer is, by a moving average: one
 * slow batch is no news. A broker that answers everything and commits nothing in time looks well otherwise.
 */
final class CommitPace {
    /** A zone that commits this slowly answers operators and agents late. A broker that is well needs some milliseconds. */
    private static final double SLOW_MILLIS = 150;

    private static final double WELL_MILLIS = 50;
    private static final double WEIGHT_OF_NEWEST = 0.125;
    private static final double NANOS_PER_MILLI = 1e6;

    private final String zone;
    private double averageMillis;
    private boolean slow;

    CommitPace(String zone) {
        this.zone = zone;
    }

    /** What is to be said after a batch took this long, if anything. */
    Optional<String> took(Duration duration) {
        averageMillis += WEIGHT_OF_NEWEST * (duration.toNanos() / NANOS_PER_MILLI - averageMillis);
        boolean changed = slow ? averageMillis < WELL_MILLIS : averageMillis > SLOW_MILLIS;
        if (!changed) {
            return Optional.empty();
        }
        slow = !slow;
        return Optional.of(
                slow
                        ? "zone=%s Kafka is slow: a batch takes %.0f ms to commit; nothing is lost, all answers come late. Look at the brokers' disks and load"
                                .formatted(zone, averageMillis)
                        : "zone=%s Kafka commits in time again: a batch takes %.0f ms".formatted(zone, averageMillis));
    }
}
