package dev.drover.simulation.scenario;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A guest as it is at first.
 *
 * @param sentPercent how much a migration of it sends, in percent of its memory: it rewrites some meanwhile
 * @param hasDisk whether it has a disk that other hosts do not reach
 */
public record VmPlan(int number, int gibibytes, VmState state, int sentPercent, boolean hasDisk) {
    /** Its id. */
    public VmId vm() {
        return idOf(number);
    }

    /** The id of the guest with this number. */
    public static VmId idOf(int number) {
        return new VmId(new UUID(0x4000L, 0x8000000000000000L + number));
    }

    /** As its host would describe it. */
    public VmFacts facts() {
        return new VmFacts(
                vm(),
                new VmName("vm-" + number),
                Bytes.gibibytes(gibibytes),
                state,
                List.of(),
                hasDisk ? List.of(disk()) : List.of());
    }

    private LocalDisk disk() {
        return new LocalDisk(
                new DeviceId("vda"),
                new FilePath("/vms/vm-" + number + ".img"),
                ImageFormat.RAW,
                Bytes.gibibytes(gibibytes),
                Optional.empty());
    }
}
