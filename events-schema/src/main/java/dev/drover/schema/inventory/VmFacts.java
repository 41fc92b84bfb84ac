package dev.drover.schema.inventory;

import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.Bytes;
import java.util.List;

/**
 * One vm on one host.
 *
 * @param memory the most it can use there
 * @param hindrances what keeps it from being migrated live, in the order of its definition; empty when nothing does
 */
public record VmFacts(VmId vm, VmName name, Bytes memory, VmState state, List<Hindrance> hindrances) {
    /** Copies the list. */
    public VmFacts {
        hindrances = List.copyOf(hindrances);
    }

    /** One that nothing keeps where it is. */
    public VmFacts(VmId vm, VmName name, Bytes memory, VmState state) {
        this(vm, name, memory, state, List.of());
    }

    /** Whether it can be migrated live as it is. */
    public boolean canMove() {
        return state == VmState.RUNNING && hindrances.isEmpty();
    }

    /** The same in another state. */
    public VmFacts in(VmState other) {
        return new VmFacts(vm, name, memory, other, hindrances);
    }
}
