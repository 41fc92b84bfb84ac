package dev.drover.schema.command;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.Bytes;
import java.util.List;

/**
 * To the destination: make ready to take the vm from {@code source}, and say so.
 *
 * @param disks those for which room is to be made, each at the same path as at the source
 * @param mode how little may be lacking: {@code INCREMENTAL} where an image at the path of a base is that base
 */
public record PrepareDestination(
        VmId vm, VmName name, Bytes memory, HostId source, List<LocalDisk> disks, CopyMode mode)
        implements AgentCommand {
    /** Copies the list. */
    public PrepareDestination {
        disks = List.copyOf(disks);
    }
}
