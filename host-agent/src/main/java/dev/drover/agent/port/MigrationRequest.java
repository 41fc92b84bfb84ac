package dev.drover.agent.port;

import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;

/** One live migration. {@code rate} is rounded down to whole MiB/s, at least one. */
public record MigrationRequest(VmId vm, MigrationUri destination, BitsPerSecond rate, TransferOptions options) {
    /** By the plainest means. */
    public MigrationRequest(VmId vm, MigrationUri destination, BitsPerSecond rate) {
        this(vm, destination, rate, TransferOptions.PLAIN);
    }
}
