package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A device of a vm, by the name its definition gives it. Libvirt allows nearly anything, as with names of vms. */
public record DeviceId(@JsonValue String value) implements Comparable<DeviceId> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        Check.text("device", value, 200);
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
