package dev.drover.scheduler.adapter.kafka;

import dev.drover.schema.id.InvalidValueException;
import java.time.Duration;

/**
 * How long a node may be silent until its zones are given to others. A session is nearly the whole of the time that a
 * zone is without an owner after a crash; too short a one ends with every long pause of a process.
 */
public record Session(Duration timeout) {
    /** Kafka's own default is a trap: such a broker refuses our sessions, and a longer session costs time in a crash. */
    static final String CURE = "set group.min.session.timeout.ms, which is 6000 by default, to 1000 on every broker, or"
            + " start every scheduler with a longer --session-timeout and have zones wait that long after a crash";

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final int BEATS = 10;

    /** Three seconds. */
    public static final Session USUAL = new Session(Duration.ofSeconds(3));

    /** Validates; throws {@link InvalidValueException}. */
    public Session {
        if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
            throw new InvalidValueException(
                    "session-timeout", "is " + timeout.toMillis() + " ms; it must be 1000 to 300000 ms");
        }
    }

    /**
     * How often the node shows that it lives: several times a session, since one beat may be lost. It hears by the
     * answer to the next one that the group gives zones away, so a beat is also part of every takeover.
     */
    public Duration heartbeat() {
        return timeout.dividedBy(BEATS);
    }
}
