package dev.drover.agent.adapter.simulated;

import dev.drover.agent.adapter.simulated.physics.PreCopy;
import dev.drover.agent.adapter.simulated.physics.Workload;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;

/**
 * A guest of the simulated datacenter.
 *
 * @param hotSet the part of its memory it writes to
 * @param dirtyRate what it writes each second, the same page as often as it comes
 */
public record SimulatedGuest(VmId vm, VmName name, Bytes memory, Bytes hotSet, BitsPerSecond dirtyRate) {
    /** Validates; throws {@link InvalidValueException}. */
    public SimulatedGuest {
        if (hotSet.compareTo(memory) > 0) {
            throw new InvalidValueException(
                    "hot set of guest " + name,
                    "is " + hotSet.value() + " bytes; it must fit into its memory of " + memory.value());
        }
    }

    VmFacts facts(VmState state) {
        return new VmFacts(vm, name, memory, state);
    }

    PreCopy migration() {
        return PreCopy.of(memory, new Workload(hotSet, dirtyRate));
    }
}
