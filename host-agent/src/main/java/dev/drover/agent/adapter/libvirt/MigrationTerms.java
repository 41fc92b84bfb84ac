package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.transfer.Compression;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import java.util.ArrayList;
import java.util.List;
import org.libvirt.Domain.DomainMigrateParameters;
import org.libvirt.Domain.MigrateFlags;
import org.libvirt.TypedIntParameter;
import org.libvirt.TypedParameter;
import org.libvirt.TypedStringParameter;
import org.libvirt.TypedUlongParameter;

/**
 * A migration in the words of {@code virDomainMigrateToURI3}.
 *
 * @param flags {@code virDomainMigrateFlags}
 */
record MigrationTerms(int flags, List<TypedParameter> parameters) {
    /** The source keeps its definition until it is released, as evidence and to fall back on. */
    private static final int ALWAYS = MigrateFlags.LIVE | MigrateFlags.PEER2PEER | MigrateFlags.PERSIST_DEST;

    static MigrationTerms of(MigrationRequest request) {
        TransferOptions options = request.options();
        List<TypedParameter> parameters = new ArrayList<>();
        List<DeviceId> disks = request.disks().map(DiskCopy::disks).orElse(List.of());
        long rate = QemuRate.toCommand(request.rate(), disks.size());
        parameters.add(new TypedUlongParameter(DomainMigrateParameters.VIR_MIGRATE_PARAM_BANDWIDTH, rate));
        int flags = ALWAYS;
        if (options.connections() > 1) {
            flags |= MigrateFlags.PARALLEL;
            parameters.add(new TypedIntParameter(
                    DomainMigrateParameters.VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS, options.connections()));
        }
        if (options.compression() != Compression.NONE) {
            flags |= MigrateFlags.COMPRESSED;
            parameters.add(new TypedStringParameter(
                    DomainMigrateParameters.VIR_MIGRATE_PARAM_COMPRESSION, method(options.compression())));
        }
        if (options.autoConverge()) {
            flags |= MigrateFlags.AUTO_CONVERGE;
        }
        if (options.postCopy()) {
            flags |= MigrateFlags.POSTCOPY;
            // Else QEMU sends as fast as it can from the switch on.
            parameters.add(new TypedUlongParameter(DomainMigrateParameters.VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY, rate));
        }
        for (DeviceId disk : disks) {
            parameters.add(
                    new TypedStringParameter(DomainMigrateParameters.VIR_MIGRATE_PARAM_MIGRATE_DISKS, disk.value()));
        }
        flags |= request.disks().map(copy -> flag(copy.mode())).orElse(0);
        return new MigrationTerms(flags, List.copyOf(parameters));
    }

    private static int flag(CopyMode mode) {
        return switch (mode) {
            case FULL -> MigrateFlags.NON_SHARED_DISK;
            case INCREMENTAL -> MigrateFlags.NON_SHARED_INC;
        };
    }

    private static String method(Compression compression) {
        return switch (compression) {
            case DELTA -> "xbzrle";
            case ZSTD -> "zstd";
            case NONE -> throw new IllegalArgumentException("no compression has no method");
        };
    }
}
