package dev.drover.schema.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.schema.id.Check;

/** An amount of memory or data. */
public record Bytes(@JsonValue long value) implements Comparable<Bytes> {
    /** Validates; throws {@link dev.drover.schema.id.InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Bytes {
        Check.atLeast("bytes", value, 0);
    }

    /** None at all. */
    public static final Bytes ZERO = new Bytes(0);

    /** So many MiB. */
    public static Bytes mebibytes(long count) {
        return new Bytes(Math.multiplyExact(count, 1L << 20));
    }

    /** So many GiB. */
    public static Bytes gibibytes(long count) {
        return new Bytes(Math.multiplyExact(count, 1L << 30));
    }

    /** This and that together. */
    public Bytes plus(Bytes other) {
        return new Bytes(Math.addExact(value, other.value));
    }

    /** What is left of this after that, never below zero. */
    public Bytes minus(Bytes other) {
        return new Bytes(Math.max(0, value - other.value));
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(value, other.value);
    }
}
