package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The place of a message among those of its sender, from 1, without gaps. */
public record Sequence(@JsonValue long value) implements Comparable<Sequence> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sequence {
        Check.atLeast("sequence", value, 1);
    }

    /** Where every sender begins. */
    public static final Sequence FIRST = new Sequence(1);

    /** The one after this. */
    public Sequence next() {
        return new Sequence(value + 1);
    }

    @Override
    public int compareTo(Sequence other) {
        return Long.compare(value, other.value);
    }
}
