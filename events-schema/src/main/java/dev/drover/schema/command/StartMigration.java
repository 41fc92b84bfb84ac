package dev.drover.schema.command;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;

/**
 * To the source: migrate the vm, live, and report how it ended. The definition stays until {@link ReleaseSource}.
 *
 * @param rate what it may send at most, until another is set
 * @param giveUpAfter when it must be stopped, counted from its start
 * @param options by which means it goes
 */
public record StartMigration(
        VmId vm,
        HostId destination,
        MigrationUri destinationUri,
        BitsPerSecond rate,
        Duration giveUpAfter,
        TransferOptions options)
        implements AgentCommand {}
