package dev.drover.agent.app;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.unit.BitsPerSecond;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The options' values, checked as they are read; picocli puts the option's name before each complaint. */
final class OptionValues {
    private static final Pattern BROKER = Pattern.compile("[^\\s:,/]+:([0-9]{1,5})");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s)");
    private static final Duration LONGEST_SKEW = Duration.ofSeconds(60);
    private static final int LAST_PORT = 65_535;

    private OptionValues() {}

    static final class Host implements ITypeConverter<HostId> {
        @Override
        public HostId convert(String value) {
            return checked(() -> new HostId(value));
        }
    }

    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            return checked(() -> new ZoneId(value));
        }
    }

    /** One or more brokers, with commas between. */
    static final class Bootstrap implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            for (String broker : value.split(",", -1)) {
                var parts = BROKER.matcher(broker);
                if (!parts.matches()
                        || Integer.parseInt(parts.group(1)) > LAST_PORT
                        || parts.group(1).matches("0+")) {
                    throw new TypeConversionException(
                            "'" + broker + "' is no address; give HOST:PORT, for example kafka-1:9092");
                }
            }
            return value;
        }
    }

    static final class Libvirt implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return uri(value).getScheme() == null ? complain(value) : value;
        }

        private static String complain(String value) {
            throw new TypeConversionException(
                    "'" + value + "' names no driver; give a libvirt URI, for example qemu:///system");
        }
    }

    static final class Migration implements ITypeConverter<MigrationUri> {
        @Override
        public MigrationUri convert(String value) {
            if (uri(value).getHost() == null) {
                throw new TypeConversionException("'" + value
                        + "' names no host; give what other hosts reach this one's libvirt by, for example"
                        + " qemu+tcp://10.0.0.7/system");
            }
            return checked(() -> new MigrationUri(value));
        }
    }

    static final class Megabits implements ITypeConverter<BitsPerSecond> {
        @Override
        public BitsPerSecond convert(String value) {
            return BitsPerSecond.megabits(whole(value, 1, 10_000_000, "10000 for a network card of 10 Gbit/s"));
        }
    }

    static final class Skew implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            var parts = TIME.matcher(value);
            if (!parts.matches()) {
                throw noTime(value);
            }
            long number = Long.parseLong(parts.group(1));
            Duration skew = parts.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
            if (skew.compareTo(LONGEST_SKEW) > 0) {
                throw noTime(value);
            }
            return skew;
        }

        private static TypeConversionException noTime(String value) {
            return new TypeConversionException("'" + value + "' is no time from 0s to " + LONGEST_SKEW.toSeconds()
                    + "s; give one with its unit, for example 2s or 500ms");
        }
    }

    static final class HostCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) whole(value, 2, 1_000, "12");
        }
    }

    static final class GuestCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) whole(value, 0, 1_000, "4");
        }
    }

    private static long whole(String value, long least, long most, String example) {
        return parsed(value)
                .filter(number -> number >= least && number <= most)
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is no whole number from " + least
                        + " to " + most + "; give one, for example " + example));
    }

    private static Optional<Long> parsed(String value) {
        try {
            return Optional.of(Long.parseLong(value));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException broken) {
            throw new TypeConversionException(
                    "'" + value + "' is no URI: " + broken.getReason() + "; give one, for example qemu:///system");
        }
    }

    private static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException invalid) {
            throw new TypeConversionException(invalid.getMessage());
        }
    }
}
