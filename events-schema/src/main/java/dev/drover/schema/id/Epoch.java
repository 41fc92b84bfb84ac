package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a zone's ownership, written in its log: a higher one fences all lower ones. */
public record Epoch(@JsonValue long value) implements Comparable<Epoch> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Epoch {
        Check.atLeast("epoch", value, 0);
    }

    /** Before anybody owned the zone. */
    public static final Epoch NONE = new Epoch(0);

    /** The epoch of the next owner. */
    public Epoch next() {
        return new Epoch(value + 1);
    }

    @Override
    public int compareTo(Epoch other) {
        return Long.compare(value, other.value);
    }
}
