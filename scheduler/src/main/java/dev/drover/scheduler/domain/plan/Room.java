package dev.drover.scheduler.domain.plan;

import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.unit.Bytes;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The memory that hosts still have for newcomers; a host that takes none is not in it. */
public record Room(SortedMap<HostId, Bytes> free) {
    /** Counts what vms hold and what is promised to vms on their way; leaves out hosts that are being emptied. */
    public static Room of(Inventory inventory, Intents intents, Migrations migrations) {
        SortedMap<HostId, Bytes> free = new TreeMap<>();
        for (HostFacts host : inventory.hosts().values()) {
            if (intents.evacuating(host.host()).isEmpty()) {
                Bytes promised = migrations
                        .underWay(one -> one.plan().destination().equals(host.host()) && !hasArrived(host, one))
                        .map(one -> one.plan().memory())
                        .reduce(Bytes.ZERO, Bytes::plus);
                free.put(host.host(), inventory.unusedMemory(host).minus(promised));
            }
        }
        return new Room(Collections.unmodifiableSortedMap(free));
    }

    /** The same without the hosts that don't match. */
    public Room only(Predicate<HostId> which) {
        SortedMap<HostId, Bytes> kept = new TreeMap<>(free);
        kept.keySet().removeIf(which.negate());
        return new Room(Collections.unmodifiableSortedMap(kept));
    }

    /** Whether a vm of this memory fits on the host. */
    public boolean fits(HostId host, Bytes memory) {
        return Optional.ofNullable(free.get(host))
                .filter(left -> left.compareTo(memory) >= 0)
                .isPresent();
    }

    private static boolean hasArrived(HostFacts host, Migration migration) {
        return host.vm(migration.plan().vm())
                .map(VmFacts::state)
                .filter(state -> state.holdsMemory())
                .isPresent();
    }
}
