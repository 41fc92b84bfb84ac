package dev.drover.schema.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.schema.id.Check;

/** Where a snapshot is kept until a later one takes its place: one of the two that alternate, or a rung of the ladder. */
public record Slot(@JsonValue String value) implements Comparable<Slot> {
    /** Validates; throws {@link dev.drover.schema.id.InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Slot {
        Check.name("slot", value, 32);
    }

    @Override
    public int compareTo(Slot other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
