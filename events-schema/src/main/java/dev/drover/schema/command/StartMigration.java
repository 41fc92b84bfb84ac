package dev.drover.schema.command;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;

/**
 * To the source: migrate the vm, live, and report how it ended. The definition stays until {@link ReleaseSource}.
 *
 * @param rate what it may send at most, until another is set
 * @param giveUpAfter when it must be stopped, counted from its start
 * @param options by which means it goes
 * @param disks those that go along, for which the destination is ready; empty where all are on shared storage
 */
public record StartMigration(
        VmId vm,
        HostId destination,
        MigrationUri destinationUri,
        BitsPerSecond rate,
        Duration giveUpAfter,
        TransferOptions options,
        Optional<DiskCopy> disks)
        implements AgentCommand {
    /** With all disks on shared storage. */
    public StartMigration(
            VmId vm,
            HostId destination,
            MigrationUri destinationUri,
            BitsPerSecond rate,
            Duration giveUpAfter,
            TransferOptions options) {
        this(vm, destination, destinationUri, rate, giveUpAfter, options, Optional.empty());
    }
}
