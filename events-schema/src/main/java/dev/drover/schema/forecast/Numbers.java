package dev.drover.schema.forecast;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/** Between quantities and the plain numbers that forecasts and whoever goes by them reckon with. */
public final class Numbers {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double BITS_A_BYTE = 8;
    private static final double LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

    private Numbers() {}

    /** With its fraction. */
    public static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS_A_SECOND;
    }

    /** To the nanosecond; what would be longer than ten years is ten years. */
    public static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(Math.min(seconds, LONGEST_SECONDS) * NANOS_A_SECOND));
    }

    /** Eight bits each. */
    public static double bytesPerSecond(BitsPerSecond rate) {
        return rate.value() / BITS_A_BYTE;
    }

    /** To the bit. */
    public static BitsPerSecond rate(double bytesPerSecond) {
        return new BitsPerSecond(Math.round(bytesPerSecond * BITS_A_BYTE));
    }

    /** To the byte; less than nothing is nothing. */
    public static Bytes bytes(double count) {
        return new Bytes(Math.round(Math.max(0, count)));
    }

    /** How long so much takes: for ever where nothing gets across. */
    public static double secondsFor(Bytes amount, double bytesPerSecond) {
        return amount.equals(Bytes.ZERO) ? 0 : amount.value() / bytesPerSecond;
    }
}
