package dev.drover.agent.domain.converge;

import dev.drover.schema.forecast.Numbers;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Which downtime limit to give a migration. A longer stop saves copying; the policy says how many seconds of copying a
 * second of stopping is worth. Hypervisors count limits in whole milliseconds.
 */
record Limits(Duration now, Duration longest, int copyingPerBlackout) {
    private static final int STEPS = 12;

    /** A limit that is only just enough may just not be: rates and guests waver. */
    private static final int USED_PERCENT = 95;

    /** That which costs least, as the outlook has it; the present one where none is better or none ends. */
    Duration best(Outlook outlook) {
        return Stream.concat(Stream.of(now), higher())
                .min(Comparator.<Duration>comparingDouble(limit -> cost(outlook, limit))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(now);
    }

    /** Whether there is room above. */
    boolean hasMore() {
        return longest.compareTo(now) > 0;
    }

    private Stream<Duration> higher() {
        Duration room = longest.minus(now);
        return Stream.iterate(1, step -> step <= STEPS, step -> step + 1)
                .filter(step -> hasMore())
                .map(step -> now.plus(room.multipliedBy(step).dividedBy(STEPS)))
                .map(limit -> Duration.ofMillis(limit.toMillis()));
    }

    private double cost(Outlook outlook, Duration limit) {
        Duration used = limit.multipliedBy(USED_PERCENT).dividedBy(100);
        return outlook.within(limit.equals(now) ? limit : used) + copyingPerBlackout * Numbers.seconds(limit);
    }
}
