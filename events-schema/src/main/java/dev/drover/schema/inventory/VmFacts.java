package dev.drover.schema.inventory;

import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.stream.Stream;

/**
 * One vm on one host.
 *
 * @param memory the most it can use there
 * @param hindrances what keeps it from being migrated live in any case, in the order of its definition; empty when
 *     nothing does
 * @param disks those of its disks that have to go along with it
 */
public record VmFacts(
        VmId vm, VmName name, Bytes memory, VmState state, List<Hindrance> hindrances, List<LocalDisk> disks) {
    /** Copies the lists. */
    public VmFacts {
        hindrances = List.copyOf(hindrances);
        disks = List.copyOf(disks);
    }

    /** One that nothing keeps where it is. */
    public VmFacts(VmId vm, VmName name, Bytes memory, VmState state) {
        this(vm, name, memory, state, List.of(), List.of());
    }

    /** Whether it can be migrated live as it is, where disks may go along or may not. */
    public boolean canMove(boolean withDisks) {
        return state == VmState.RUNNING && hindrances(withDisks).isEmpty();
    }

    /** What keeps it from being migrated live, where disks may go along or may not. */
    public List<Hindrance> hindrances(boolean withDisks) {
        return withDisks
                ? hindrances
                : Stream.concat(hindrances.stream(), disks.stream().map(LocalDisk::hindrance))
                        .toList();
    }

    /** The same in another state. */
    public VmFacts in(VmState other) {
        return new VmFacts(vm, name, memory, other, hindrances, disks);
    }
}
