package dev.drover.agent.adapter.simulated.physics;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/** Rate, amount and time: two of them give the third. */
final class Sending {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BITS_PER_BYTE = 8;

    private Sending() {}

    /** Whole bytes that pass in this time. */
    static Bytes over(Duration time, BitsPerSecond rate) {
        return new Bytes((long) bytesOver(time, rate));
    }

    /** The same with the fraction of a byte. */
    static double bytesOver(Duration time, BitsPerSecond rate) {
        return rate.value() / BITS_PER_BYTE * (time.toNanos() / NANOS_PER_SECOND);
    }

    /** How long the amount takes, rounded up to a nanosecond; {@code rate} is zero only where the amount is. */
    static Duration timeFor(Bytes amount, BitsPerSecond rate) {
        if (amount.equals(Bytes.ZERO)) {
            return Duration.ZERO;
        }
        double seconds = amount.value() * BITS_PER_BYTE / rate.value();
        return Duration.ofNanos((long) Math.ceil(seconds * NANOS_PER_SECOND));
    }

    /** Such an amount in such a time; nothing when no time passed. */
    static BitsPerSecond rateOf(Bytes amount, Duration time) {
        if (time.isZero()) {
            return BitsPerSecond.ZERO;
        }
        return new BitsPerSecond(Math.round(amount.value() * BITS_PER_BYTE / (time.toNanos() / NANOS_PER_SECOND)));
    }
}
