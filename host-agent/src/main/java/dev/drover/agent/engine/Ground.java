package dev.drover.agent.engine;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import java.util.List;
import java.util.Optional;

/**
 * What a host has where the disks of a vm are to lie.
 *
 * @param sighting what it knows of the vm
 * @param inTheWay a file that lies where one is to be made
 * @param own the files that were made for the vm before
 * @param mode how much of the disks it lacks
 */
public record Ground(Sighting sighting, Optional<FilePath> inTheWay, List<FilePath> own, CopyMode mode) {
    /** Files in {@code own} are in nobody's way. */
    static Ground of(Hypervisor hypervisor, VmId vm, List<LocalDisk> disks, List<FilePath> own) {
        Optional<FilePath> foreign = disks.stream()
                .map(LocalDisk::path)
                .filter(path -> !own.contains(path))
                .filter(hypervisor::holds)
                .findFirst();
        return new Ground(hypervisor.observe(vm), foreign, own, mode(hypervisor, disks));
    }

    /** Libvirt copies either what differs from the bases or all, and of all disks alike. */
    private static CopyMode mode(Hypervisor hypervisor, List<LocalDisk> disks) {
        List<BaseImage> bases =
                disks.stream().flatMap(disk -> disk.base().stream()).toList();
        boolean here = bases.stream().map(BaseImage::path).allMatch(hypervisor::holds);
        return here && !bases.isEmpty() ? CopyMode.INCREMENTAL : CopyMode.FULL;
    }
}
