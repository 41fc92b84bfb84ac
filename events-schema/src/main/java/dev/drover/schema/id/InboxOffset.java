package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The place of a record in its zone's inbox: the order of everything the zone is told. */
public record InboxOffset(@JsonValue long value) implements Comparable<InboxOffset> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InboxOffset {
        Check.atLeast("inbox offset", value, 0);
    }

    @Override
    public int compareTo(InboxOffset other) {
        return Long.compare(value, other.value);
    }
}
