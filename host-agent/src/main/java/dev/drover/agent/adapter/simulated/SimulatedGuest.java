package dev.drover.agent.adapter.simulated;

import dev.drover.agent.adapter.simulated.physics.Conduct;
import dev.drover.agent.adapter.simulated.physics.PreCopy;
import dev.drover.agent.adapter.simulated.physics.Workload;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.transfer.Compression;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;

/**
 * A guest of the simulated datacenter.
 *
 * @param hotSet the part of its memory it writes to
 * @param dirtyRate what it writes each second, the same page as often as it comes
 * @param compressedShare what compression leaves of its memory, above 0 up to 1
 * @param disks those that lie on its host alone
 */
public record SimulatedGuest(
        VmId vm,
        VmName name,
        Bytes memory,
        Bytes hotSet,
        BitsPerSecond dirtyRate,
        double compressedShare,
        List<LocalDisk> disks) {
    /** Validates; throws {@link InvalidValueException}. */
    public SimulatedGuest {
        if (hotSet.compareTo(memory) > 0) {
            throw new InvalidValueException(
                    "hot set of guest " + name,
                    "is " + hotSet.value() + " bytes; it must fit into its memory of " + memory.value());
        }
        if (!(compressedShare > 0 && compressedShare <= 1)) {
            throw new InvalidValueException(
                    "compressed share of guest " + name, "is " + compressedShare + "; give above 0, up to 1");
        }
        disks = List.copyOf(disks);
    }

    /** One with all its disks on shared storage. */
    public SimulatedGuest(
            VmId vm, VmName name, Bytes memory, Bytes hotSet, BitsPerSecond dirtyRate, double compressedShare) {
        this(vm, name, memory, hotSet, dirtyRate, compressedShare, List.of());
    }

    /** And whose memory does not compress. */
    public SimulatedGuest(VmId vm, VmName name, Bytes memory, Bytes hotSet, BitsPerSecond dirtyRate) {
        this(vm, name, memory, hotSet, dirtyRate, 1);
    }

    VmFacts facts(VmState state) {
        return new VmFacts(vm, name, memory, state, List.of(), disks);
    }

    Workload workload() {
        return new Workload(hotSet, dirtyRate);
    }

    PreCopy migration(TransferOptions options) {
        double wireShare = options.compression() == Compression.NONE ? 1 : compressedShare;
        return PreCopy.of(
                memory, workload(), new Conduct(Conduct.USUAL.downtimeLimit(), options.autoConverge(), wireShare));
    }
}
