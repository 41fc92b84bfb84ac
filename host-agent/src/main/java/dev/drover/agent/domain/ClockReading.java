package dev.drover.agent.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What an agent's clock said at a moment. Two of them tell whether the clock was set in between: it then went further, or
 * less far, than time did.
 *
 * @param wall what the clock said
 * @param uptime how long something that nobody can set had run by then; it has no meaning but in a difference
 */
public record ClockReading(Instant wall, Duration uptime) {
    /** Clocks drift, and the two parts of a reading are not taken at once: less than this is no change. */
    static final Duration TOLERANCE = Duration.ofMillis(250);

    /** Whether the clock was changed since by more than 250 ms in all, ahead or back, at once or little by little. */
    public boolean wasSetSince(ClockReading earlier) {
        Duration shown = Duration.between(earlier.wall, wall);
        Duration passed = uptime.minus(earlier.uptime);
        return shown.minus(passed).abs().compareTo(TOLERANCE) > 0;
    }
}
