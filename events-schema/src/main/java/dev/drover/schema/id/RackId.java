package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A rack: the hosts behind one uplink, by the name its operator gave it. */
public record RackId(@JsonValue String value) implements Comparable<RackId> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RackId {
        Check.name("rack", value, 64);
    }

    @Override
    public int compareTo(RackId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
