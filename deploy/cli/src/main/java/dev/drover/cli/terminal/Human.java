package dev.drover.cli.terminal;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Locale;

/** Quantities as people say them. */
public final class Human {
    private static final double KIB = 1024;

    private Human() {}

    /** {@code 1.5 GiB}. */
    public static String bytes(Bytes bytes) {
        double value = bytes.value();
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        int unit = 0;
        while (value >= KIB && unit < units.length - 1) {
            value /= KIB;
            unit++;
        }
        return number(value, unit == 0 ? 0 : 1) + " " + units[unit];
    }

    /** {@code 47.0 MiB/s}: data a second, as libvirt and its users count migrations. */
    public static String rate(BitsPerSecond rate) {
        return bytes(new Bytes(rate.value() / 8)) + "/s";
    }

    /** {@code 850 ms}, {@code 12.3 s}, {@code 4 min 05 s}. */
    public static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return number(duration.toMillis() / 1000.0, 1) + " s";
        }
        return duration.toMinutes() + " min " + "%02d".formatted(duration.toSecondsPart()) + " s";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
