package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.report.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;
import org.libvirt.StorageVol;

/**
 * A folder as libvirt's storage driver has it, for which it wants a pool. Where there is none, one is lent to it until this is
 * closed, also one that was left by a process which died; the files stay.
 */
final class Folder implements AutoCloseable {
    private static final int NO_FLAGS = 0;
    private static final String LENT = "drover-";

    private final Optional<StoragePool> pool;

    private Folder(Optional<StoragePool> pool) {
        this.pool = pool;
    }

    static Folder of(Connect connect, String path) throws LibvirtException {
        Optional<StoragePool> known = known(connect, connect.listStoragePools(), path);
        if (known.isPresent()) {
            return new Folder(known);
        }
        Optional<StoragePool> stopped = known(connect, connect.listDefinedStoragePools(), path);
        if (stopped.isPresent()) {
            String name = stopped.get().getName();
            stopped.get().free();
            throw new HypervisorException(
                    FailureKind.HYPERVISOR_ERROR,
                    "the storage pool '" + name + "' of folder " + path + " is not started: virsh pool-start " + name);
        }
        return new Folder(lent(connect, path));
    }

    /** Whether there is such a folder. */
    boolean isThere() {
        return pool.isPresent();
    }

    /** A file in it. */
    Optional<StorageVol> find(FilePath file) throws LibvirtException {
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        pool.get().refresh(NO_FLAGS);
        try {
            return Optional.of(pool.get().storageVolLookupByName(file.name()));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_STORAGE_VOL) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A new file in it, which must be there. */
    StorageVol make(String volume) throws LibvirtException {
        return pool.orElseThrow().storageVolCreateXML(volume, NO_FLAGS);
    }

    @Override
    public void close() throws LibvirtException {
        if (pool.isEmpty()) {
            return;
        }
        try {
            if (pool.get().getName().startsWith(LENT)) {
                pool.get().destroy();
            }
        } finally {
            pool.get().free();
        }
    }

    private static Optional<StoragePool> known(Connect connect, String[] names, String path) throws LibvirtException {
        for (String name : names) {
            StoragePool pool = connect.storagePoolLookupByName(name);
            if (VolumeXml.folderOf(pool.getXMLDesc(NO_FLAGS)).equals(Optional.of(path))) {
                return Optional.of(pool);
            }
            pool.free();
        }
        return Optional.empty();
    }

    private static Optional<StoragePool> lent(Connect connect, String path) throws LibvirtException {
        String name = LENT + UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
        try {
            return Optional.of(connect.storagePoolCreateXML(VolumeXml.pool(name, path), NO_FLAGS));
        } catch (LibvirtException e) {
            boolean noFolder = String.valueOf(e.getError().getMessage()).contains("No such file or directory");
            if (noFolder) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
