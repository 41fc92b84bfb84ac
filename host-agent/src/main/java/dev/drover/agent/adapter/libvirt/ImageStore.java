package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import java.util.Optional;
import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.StorageVol;

/**
 * Files of disks, through libvirt's storage driver: it may write where its hypervisor reads, which this process may not.
 * For one caller at a time: the driver takes no second pool for a folder.
 */
final class ImageStore {
    private static final int NO_FLAGS = 0;

    private final Connect connect;

    ImageStore(Connect connect) {
        this.connect = connect;
    }

    /** Whether a file lies there. */
    boolean holds(FilePath file) throws LibvirtException {
        try (Folder folder = Folder.of(connect, file.folder())) {
            Optional<StorageVol> found = folder.find(file);
            if (found.isPresent()) {
                free(found.get());
            }
            return found.isPresent();
        }
    }

    /** An empty one. Throws {@link HypervisorException} where something or nothing lies there that should not. */
    void make(LocalDisk disk, CopyMode mode) throws LibvirtException {
        FilePath file = disk.path();
        try (Folder folder = Folder.of(connect, file.folder())) {
            if (!folder.isThere()) {
                throw refusal(file, "there is no folder " + file.folder() + " on this host; make it");
            }
            free(folder.make(VolumeXml.of(disk, mode)));
        } catch (LibvirtException e) {
            if (isRefusal(e)) {
                throw refusal(file, LibvirtErrors.words(e));
            }
            throw e;
        }
    }

    /** Nothing is left there. */
    void remove(FilePath file) throws LibvirtException {
        try (Folder folder = Folder.of(connect, file.folder())) {
            Optional<StorageVol> found = folder.find(file);
            if (found.isPresent()) {
                found.get().delete(NO_FLAGS);
                free(found.get());
            }
        }
    }

    private static void free(StorageVol volume) throws LibvirtException {
        int unused = volume.free();
    }

    /** Trying again would not help. */
    private static boolean isRefusal(LibvirtException e) {
        return e.getError().getCode() == ErrorNumber.VIR_ERR_STORAGE_VOL_EXIST
                || String.valueOf(e.getError().getMessage()).contains("No space left");
    }

    private static HypervisorException refusal(FilePath file, String why) {
        return new HypervisorException(FailureKind.DESTINATION_REFUSED, "no room for " + file + ": " + why);
    }
}
