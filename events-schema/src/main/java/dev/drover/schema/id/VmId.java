package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A vm: its libvirt UUID, which it keeps wherever it runs. */
public record VmId(@JsonValue UUID value) implements Comparable<VmId> {
    /** From the usual text form; throws {@link InvalidValueException} for anything else. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VmId of(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return new VmId(uuid);
            }
        } catch (IllegalArgumentException notEvenClose) {
            throw new InvalidValueException("vm", "is not a UUID such as 6f1b2c3d-0000-4000-8000-000000000001");
        }
        throw new InvalidValueException("vm", "is not a UUID in its full form of 36 characters");
    }

    /** As their texts, so that lists of vms read in the order people expect; without making any, as maps ask often. */
    @Override
    public int compareTo(VmId other) {
        int upper = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return upper != 0
                ? upper
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
