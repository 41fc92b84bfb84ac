package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A zone: a datacenter or part of one with its own network; the unit of ownership and ordering. */
public record ZoneId(@JsonValue String value) implements Comparable<ZoneId> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ZoneId {
        Check.name("zone", value, 64);
    }

    @Override
    public int compareTo(ZoneId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
