package dev.drover.schema.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.schema.id.Check;

/** A rate on the network, in bits, as link speeds are given. */
public record BitsPerSecond(@JsonValue long value) implements Comparable<BitsPerSecond> {
    /** Validates; throws {@link dev.drover.schema.id.InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BitsPerSecond {
        Check.atLeast("bits per second", value, 0);
    }

    /** Nothing moves. */
    public static final BitsPerSecond ZERO = new BitsPerSecond(0);

    /** So many MiB of data each second: libvirt's unit. */
    public static BitsPerSecond mebibytesPerSecond(long count) {
        return new BitsPerSecond(Math.multiplyExact(count, 8L << 20));
    }

    /** So many megabits (10^6) each second: the unit of links. */
    public static BitsPerSecond megabits(long count) {
        return new BitsPerSecond(Math.multiplyExact(count, 1_000_000L));
    }

    /** Whole MiB of data each second, rounded down: what libvirt can be told. */
    public long wholeMebibytesPerSecond() {
        return value / (8L << 20);
    }

    /** Rounded down to a multiple of {@code quantum}. */
    public BitsPerSecond roundedDownTo(BitsPerSecond quantum) {
        return new BitsPerSecond(value / quantum.value * quantum.value);
    }

    /** The larger of the two. */
    public BitsPerSecond max(BitsPerSecond other) {
        return value >= other.value ? this : other;
    }

    /** The smaller of the two. */
    public BitsPerSecond min(BitsPerSecond other) {
        return value <= other.value ? this : other;
    }

    @Override
    public int compareTo(BitsPerSecond other) {
        return Long.compare(value, other.value);
    }
}
