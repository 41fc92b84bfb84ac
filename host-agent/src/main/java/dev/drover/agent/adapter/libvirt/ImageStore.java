package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;
import org.libvirt.StorageVol;

/**
 * Files of disks, through libvirt's storage driver: it may write where its hypervisor reads, which this process may not.
 * The driver wants a pool for a folder; where there is none, one is lent to it for the time of the call. For one caller at
 * a time: the driver takes no second pool for a folder.
 */
final class ImageStore {
    private static final int NO_FLAGS = 0;
    private static final String LENT = "drover-";

    private final Connect connect;

    ImageStore(Connect connect) {
        this.connect = connect;
    }

    /** What is done in a folder. */
    @FunctionalInterface
    private interface Work<T> {
        T in(StoragePool folder) throws LibvirtException;
    }

    /** Whether a file lies there. */
    boolean holds(FilePath file) throws LibvirtException {
        return in(file, pool -> find(pool, file).isPresent()).orElse(false);
    }

    /** An empty one. Throws {@link HypervisorException} where that can't be. */
    void make(LocalDisk disk, CopyMode mode) {
        FilePath file = disk.path();
        try {
            String volume = VolumeXml.of(disk, mode);
            if (in(file, pool -> pool.storageVolCreateXML(volume, NO_FLAGS)).isEmpty()) {
                throw refusal(file, "there is no folder " + file.folder() + " on this host; make it");
            }
        } catch (LibvirtException e) {
            throw refusal(file, LibvirtErrors.words(e));
        }
    }

    /** Nothing is left there. */
    void remove(FilePath file) throws LibvirtException {
        in(file, pool -> {
            Optional<StorageVol> found = find(pool, file);
            if (found.isPresent()) {
                found.get().delete(NO_FLAGS);
            }
            return found.isPresent();
        });
    }

    private static Optional<StorageVol> find(StoragePool pool, FilePath file) throws LibvirtException {
        pool.refresh(NO_FLAGS);
        try {
            return Optional.of(pool.storageVolLookupByName(file.name()));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_STORAGE_VOL) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Empty where there is no such folder. */
    private <T> Optional<T> in(FilePath file, Work<T> work) throws LibvirtException {
        Optional<StoragePool> found = known(file.folder());
        Optional<StoragePool> pool = found.isPresent() ? found : lent(file.folder());
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.in(pool.get()));
        } finally {
            takeBack(pool.get());
        }
    }

    private Optional<StoragePool> known(String folder) throws LibvirtException {
        for (String name : connect.listStoragePools()) {
            StoragePool pool = connect.storagePoolLookupByName(name);
            if (VolumeXml.folderOf(pool.getXMLDesc(NO_FLAGS)).equals(Optional.of(folder))) {
                return Optional.of(pool);
            }
        }
        return Optional.empty();
    }

    private Optional<StoragePool> lent(String folder) throws LibvirtException {
        String name = LENT + UUID.nameUUIDFromBytes(folder.getBytes(StandardCharsets.UTF_8));
        try {
            return Optional.of(connect.storagePoolCreateXML(VolumeXml.pool(name, folder), NO_FLAGS));
        } catch (LibvirtException e) {
            boolean noFolder = String.valueOf(e.getError().getMessage()).contains("No such file or directory");
            if (noFolder) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Also one that was left by a process which died. Its files stay. */
    private static void takeBack(StoragePool pool) throws LibvirtException {
        if (pool.getName().startsWith(LENT)) {
            pool.destroy();
        }
    }

    private static HypervisorException refusal(FilePath file, String why) {
        return new HypervisorException(FailureKind.DESTINATION_REFUSED, "no room for " + file + ": " + why);
    }
}
