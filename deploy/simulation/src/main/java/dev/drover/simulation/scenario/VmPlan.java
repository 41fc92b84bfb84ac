package dev.drover.simulation.scenario;

import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.util.UUID;

/**
 * A guest as it is at first.
 *
 * @param sentPercent how much a migration of it sends, in percent of its memory: it rewrites some meanwhile
 */
public record VmPlan(int number, int gibibytes, VmState state, int sentPercent) {
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
        return new VmFacts(vm(), new VmName("vm-" + number), Bytes.gibibytes(gibibytes), state);
    }
}
