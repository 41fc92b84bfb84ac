package dev.drover.agent.engine;

import dev.drover.agent.domain.ClockReading;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the clock said when anything was last reported, whichever part did. The zone judges a host's clock by its last
 * report: when the clock was set since, what the zone thinks of it is out of date.
 */
final class LastReport {
    private final Outside outside;
    private final AtomicReference<Optional<ClockReading>> reading = new AtomicReference<>(Optional.empty());

    LastReport(Outside outside) {
        this.outside = outside;
    }

    /** Something is being reported. */
    void isNow() {
        reading.set(Optional.of(read()));
    }

    /** Whether the clock was set since; never before the first report. */
    boolean clockWasSetSince() {
        ClockReading now = read();
        return reading.get().filter(now::wasSetSince).isPresent();
    }

    private ClockReading read() {
        return new ClockReading(outside.clock().instant(), outside.uptime().elapsed());
    }
}
