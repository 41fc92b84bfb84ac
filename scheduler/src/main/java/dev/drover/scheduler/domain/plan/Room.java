package dev.drover.scheduler.domain.plan;

import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** The memory that hosts still have for newcomers; a host that takes none is not in it. Immutable. */
public record Room(PSortedMap<HostId, Bytes> free) {
    /** Counts what vms hold and what is promised to vms on their way; leaves out hosts that take no newcomers. */
    public static Room of(ZoneState state) {
        SortedMap<HostId, Bytes> free = new TreeMap<>();
        for (HostFacts host : state.inventory().hosts().values()) {
            if (takesNewcomers(state, host.host())) {
                free.put(host.host(), state.inventory().unusedMemory(host));
            }
        }
        state.migrations()
                .underWay(one -> !hasArrived(state.inventory(), one))
                .forEach(one -> free.computeIfPresent(
                        one.plan().destination(),
                        (host, left) -> left.minus(one.plan().memory())));
        return new Room(TreePMap.from(free));
    }

    /** The same with this much less on {@code host}. */
    public Room without(HostId host, Bytes memory) {
        return Optional.ofNullable(free.get(host))
                .map(left -> new Room(free.plus(host, left.minus(memory))))
                .orElse(this);
    }

    /** Whether a vm of this memory fits on the host. */
    public boolean fits(HostId host, Bytes memory) {
        return Optional.ofNullable(free.get(host))
                .filter(left -> left.compareTo(memory) >= 0)
                .isPresent();
    }

    private static boolean takesNewcomers(ZoneState state, HostId host) {
        return state.inventory().outOfAction(host).isEmpty()
                && !state.inventory().cordoned().containsKey(host)
                && state.intents().holding(host).isEmpty();
    }

    private static boolean hasArrived(Inventory inventory, Migration migration) {
        return inventory
                .vmOn(migration.plan().destination(), migration.plan().vm())
                .map(VmFacts::state)
                .filter(state -> state.holdsMemory())
                .isPresent();
    }
}
