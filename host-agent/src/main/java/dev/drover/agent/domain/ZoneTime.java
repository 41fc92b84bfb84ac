package dev.drover.agent.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How late it is at least, by what the zone's owner has written to this host's partition. A command's expiry is of the
 * same clock, so that even a host whose own clock is far behind tells what has long expired from what has not, as soon as
 * anything newer is there to be read.
 *
 * @param newest when the newest message that was read, or lies ready to be read, was written
 */
public record ZoneTime(Instant newest) {
    /** Before anything was read. */
    public static final ZoneTime UNKNOWN = new ZoneTime(Instant.MIN);

    /** With a message of this time; an older one changes nothing. */
    public ZoneTime heard(Instant at) {
        return at.isAfter(newest) ? new ZoneTime(at) : this;
    }

    /** What time it is for a host whose clock says {@code wall}. */
    public Instant now(Instant wall) {
        return wall.isAfter(newest) ? wall : newest;
    }

    /** Whether a clock that says {@code wall} is behind by more than clocks may differ. */
    public boolean isAheadOf(Instant wall, Duration skew) {
        return newest.isAfter(wall.plus(skew));
    }
}
