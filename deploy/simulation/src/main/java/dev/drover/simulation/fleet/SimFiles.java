package dev.drover.simulation.fleet;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.report.FailureKind;
import java.util.List;
import java.util.TreeSet;

/** The files of disks that lie on a host. */
public final class SimFiles {
    private final TreeSet<FilePath> files = new TreeSet<>();

    /** Whether one lies there. */
    public boolean holds(FilePath file) {
        return files.contains(file);
    }

    /** Whether all the guest's own disks do. */
    public boolean holdAllOf(VmFacts vm) {
        return files.containsAll(paths(vm));
    }

    /** Whether any of them does. */
    public boolean holdAnyOf(List<LocalDisk> disks) {
        return disks.stream().map(LocalDisk::path).anyMatch(files::contains);
    }

    void put(VmFacts vm) {
        files.addAll(paths(vm));
    }

    void make(FilePath file) {
        if (!files.add(file)) {
            throw new HypervisorException(FailureKind.DESTINATION_REFUSED, "storage volume exists already");
        }
    }

    void remove(FilePath file) {
        files.remove(file);
    }

    void remove(VmFacts vm) {
        files.removeAll(paths(vm));
    }

    private static List<FilePath> paths(VmFacts vm) {
        return vm.disks().stream().map(LocalDisk::path).toList();
    }
}
