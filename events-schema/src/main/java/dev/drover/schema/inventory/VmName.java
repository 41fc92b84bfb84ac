package dev.drover.schema.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.schema.id.Check;

/** The name people gave a vm. Libvirt allows nearly anything, so it is shown and never used as a key. */
public record VmName(@JsonValue String value) implements Comparable<VmName> {
    /** Validates; throws {@link dev.drover.schema.id.InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VmName {
        Check.text("vm name", value, 255);
    }

    @Override
    public int compareTo(VmName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
