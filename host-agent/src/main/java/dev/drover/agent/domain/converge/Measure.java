package dev.drover.agent.domain.converge;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/** Between quantities and the plain numbers that are reckoned with. */
final class Measure {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double BITS_A_BYTE = 8;
    private static final double LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

    private Measure() {}

    static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS_A_SECOND;
    }

    /** To the nanosecond; what would be longer than ten years is ten years. */
    static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(Math.min(seconds, LONGEST_SECONDS) * NANOS_A_SECOND));
    }

    static double bytesPerSecond(BitsPerSecond rate) {
        return rate.value() / BITS_A_BYTE;
    }

    static BitsPerSecond rate(double bytesPerSecond) {
        return new BitsPerSecond(Math.round(bytesPerSecond * BITS_A_BYTE));
    }

    /** How long so much takes: for ever where nothing gets across. */
    static double secondsFor(Bytes amount, double bytesPerSecond) {
        return amount.equals(Bytes.ZERO) ? 0 : amount.value() / bytesPerSecond;
    }
}
