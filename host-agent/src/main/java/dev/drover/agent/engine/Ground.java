package dev.drover.agent.engine;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.id.FilePath;
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
    static Ground of(Hypervisor hypervisor, PrepareDestination order, List<FilePath> own) {
        Optional<FilePath> foreign = order.disks().stream()
                .map(LocalDisk::path)
                .filter(path -> !own.contains(path))
                .filter(hypervisor::holds)
                .findFirst();
        return new Ground(hypervisor.observe(order.vm()), foreign, own, mode(hypervisor, order));
    }

    /** Libvirt copies either what differs from the bases or all, and of all disks alike. */
    private static CopyMode mode(Hypervisor hypervisor, PrepareDestination order) {
        List<BaseImage> bases =
                order.disks().stream().flatMap(disk -> disk.base().stream()).toList();
        boolean differences = order.mode() == CopyMode.INCREMENTAL
                && !bases.isEmpty()
                && bases.stream().map(BaseImage::path).allMatch(hypervisor::holds);
        return differences ? CopyMode.INCREMENTAL : CopyMode.FULL;
    }
}
