package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a try at a migration, from 1. Each attempt starts libvirt at most once. */
public record Attempt(@JsonValue long value) implements Comparable<Attempt> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Attempt {
        Check.atLeast("attempt", value, 1);
    }

    /** The first try. */
    public static final Attempt FIRST = new Attempt(1);

    /** The try after this one. */
    public Attempt next() {
        return new Attempt(value + 1);
    }

    @Override
    public int compareTo(Attempt other) {
        return Long.compare(value, other.value);
    }
}
