package dev.drover.schema.forecast;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.Bytes;

/**
 * A guest's memory.
 *
 * @param size all of it
 * @param zero the part that was never written: QEMU sends a few bytes for each such page
 */
public record GuestMemory(Bytes size, Bytes zero, DirtyModel writes) {
    /** Throws {@link InvalidValueException} for more zeros than memory. */
    public GuestMemory {
        if (zero.compareTo(size) > 0) {
            throw new InvalidValueException(
                    "zero", "is " + zero.value() + " bytes of " + size.value() + "; it must not be more than size");
        }
    }

    /** Memory that is all in use. */
    public static GuestMemory used(Bytes size, DirtyModel writes) {
        return new GuestMemory(size, Bytes.ZERO, writes);
    }
}
