package dev.drover.schema.command;

import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import java.util.List;

/**
 * To the source: the guest was seen running at the destination; remove the definition that stayed.
 *
 * @param disks files to remove with it: what they held went along
 */
public record ReleaseSource(VmId vm, List<FilePath> disks) implements AgentCommand {
    /** Copies the list. */
    public ReleaseSource {
        disks = List.copyOf(disks);
    }

    /** No disk went along. */
    public ReleaseSource(VmId vm) {
        this(vm, List.of());
    }
}
