package dev.drover.schema.event;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.unit.Bytes;
import java.util.List;

/**
 * The vm will go from {@code source} to {@code destination}, whose memory is reserved from here on.
 *
 * @param disks those of its disks that go along
 */
public record MigrationPlanned(
        MigrationId migration,
        IntentId intent,
        VmId vm,
        VmName name,
        Bytes memory,
        HostId source,
        HostId destination,
        List<LocalDisk> disks)
        implements MigrationEvent {
    /** Copies the list. */
    public MigrationPlanned {
        disks = List.copyOf(disks);
    }

    /** With all its disks on shared storage. */
    public MigrationPlanned(
            MigrationId migration,
            IntentId intent,
            VmId vm,
            VmName name,
            Bytes memory,
            HostId source,
            HostId destination) {
        this(migration, intent, vm, name, memory, source, destination, List.of());
    }
}
