package dev.drover.agent.engine;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.LocalDisk;
import java.util.List;
import java.util.Optional;

/**
 * What a host has where the disks of a vm are to lie.
 *
 * @param sighting what it knows of the vm
 * @param inTheWay a file that lies where one is to be made
 * @param own the files that were made for the vm before
 */
public record Ground(Sighting sighting, Optional<FilePath> inTheWay, List<FilePath> own) {
    /** Files in {@code own} are in nobody's way. */
    static Ground of(Hypervisor hypervisor, VmId vm, List<LocalDisk> disks, List<FilePath> own) {
        Optional<FilePath> foreign = disks.stream()
                .map(LocalDisk::path)
                .filter(path -> !own.contains(path))
                .filter(hypervisor::holds)
                .findFirst();
        return new Ground(hypervisor.observe(vm), foreign, own);
    }
}
