package dev.drover.schema.transfer;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.InvalidValueException;
import java.util.List;

/** The disks that go along with a vm, at least one, each to a file that was made ready for it. */
public record DiskCopy(CopyMode mode, List<DeviceId> disks) {
    /** No disk at all throws {@link InvalidValueException}. */
    public DiskCopy {
        if (disks.isEmpty()) {
            throw new InvalidValueException("disks", "are none; name those that go along");
        }
        disks = List.copyOf(disks);
    }
}
