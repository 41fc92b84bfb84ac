package dev.drover.schema.inventory;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;

/**
 * A disk of a vm in a file that other hosts do not reach: the vm can be migrated only together with it.
 *
 * @param target as what the vm sees it, for example {@code vda}
 * @param path where it lies; where the vm goes it lies at the same place
 * @param capacity how large it is to the vm, and so the most that has to be copied
 * @param base what it holds the differences from; empty where it is whole by itself
 */
public record LocalDisk(DeviceId target, FilePath path, ImageFormat format, Bytes capacity, Optional<BaseImage> base) {
    Hindrance hindrance() {
        return new Hindrance(
                HindranceKind.LOCAL_DISK,
                "its disk " + target + ", " + path
                        + ", lies on its host alone; let disks go along (--copy-disks), or put it on shared storage");
    }
}
