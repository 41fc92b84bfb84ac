package dev.drover.agent.adapter.libvirt;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;
import org.libvirt.LibvirtException;
import org.w3c.dom.Element;

/** Reads from a definition which disks libvirt can copy to another host ({@code VIR_MIGRATE_NON_SHARED_DISK}). */
final class LocalDisks {
    private LocalDisks() {}

    /** How large a disk is, which its definition does not say. */
    @FunctionalInterface
    interface Capacity {
        Bytes of(DeviceId target) throws LibvirtException;
    }

    /** What the definition says of a disk that can be copied. */
    record Copyable(DeviceId target, FilePath path, ImageFormat format, Optional<BaseImage> base) {
        LocalDisk of(Capacity capacity) throws LibvirtException {
            return new LocalDisk(target, path, format, capacity.of(target), base);
        }
    }

    /** Empty where it can't: libvirt leaves out what is only read or shared, and a device has no file to make. */
    static Optional<Copyable> copyable(Element disk) {
        boolean file = disk.getAttribute("type").equals("file");
        boolean own = !has(disk, "readonly") && !has(disk, "shareable");
        if (!file || !own) {
            return Optional.empty();
        }
        return DomainXml.text(disk, "target/@dev")
                .flatMap(target -> format(disk, "driver/@type")
                        .flatMap(format -> path(disk, "source/@file")
                                .map(path -> new Copyable(new DeviceId(target), path, format, base(disk)))));
    }

    /** As libvirt tells it of a vm that runs; one that is shut off is taken as a whole. */
    private static Optional<BaseImage> base(Element disk) {
        return path(disk, "backingStore[@type='file']/source/@file")
                .flatMap(path -> format(disk, "backingStore/format/@type").map(format -> new BaseImage(path, format)));
    }

    private static boolean has(Element disk, String mark) {
        return DomainXml.text(disk, "count(" + mark + ")").equals(Optional.of("1"));
    }

    private static Optional<ImageFormat> format(Element disk, String at) {
        return DomainXml.text(disk, at).flatMap(format -> switch (format) {
            case "raw" -> Optional.of(ImageFormat.RAW);
            case "qcow2" -> Optional.of(ImageFormat.QCOW2);
            default -> Optional.empty();
        });
    }

    private static Optional<FilePath> path(Element disk, String at) {
        try {
            return DomainXml.text(disk, at).map(FilePath::new);
        } catch (InvalidValueException detour) {
            return Optional.empty();
        }
    }
}
