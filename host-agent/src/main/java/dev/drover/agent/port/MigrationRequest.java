package dev.drover.agent.port;

import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Optional;

/**
 * One live migration. {@code rate} is rounded down to whole MiB/s, at least one.
 *
 * @param disks those that go along, each to a file that is there already
 */
public record MigrationRequest(
        VmId vm, MigrationUri destination, BitsPerSecond rate, TransferOptions options, Optional<DiskCopy> disks) {
    /** Without disks. */
    public MigrationRequest(VmId vm, MigrationUri destination, BitsPerSecond rate, TransferOptions options) {
        this(vm, destination, rate, options, Optional.empty());
    }

    /** By the plainest means. */
    public MigrationRequest(VmId vm, MigrationUri destination, BitsPerSecond rate) {
        this(vm, destination, rate, TransferOptions.PLAIN);
    }
}
