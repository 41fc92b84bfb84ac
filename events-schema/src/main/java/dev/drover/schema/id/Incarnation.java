package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One life of an agent: a number that grows with every start, even when its journal was lost. */
public record Incarnation(@JsonValue long value) implements Comparable<Incarnation> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Incarnation {
        Check.atLeast("incarnation", value, 1);
    }

    /** The life after this one. */
    public Incarnation next() {
        return new Incarnation(value + 1);
    }

    @Override
    public int compareTo(Incarnation other) {
        return Long.compare(value, other.value);
    }
}
