package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.unit.Bytes;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory of each host that is taken: by vms that are there, and by vms that are on their way and not there yet.
 * Mutable, and gone with its turn.
 */
final class Claims {
    private final Map<HostId, Bytes> onTheWay = new HashMap<>();

    private Claims() {}

    static Claims of(ZoneState state) {
        Claims claims = new Claims();
        state.migrations().active().values().forEach(one -> {
            HostId host = one.plan().destination();
            boolean there = state.inventory()
                    .vmOn(host, one.plan().vm())
                    .filter(vm -> vm.state().holdsMemory())
                    .isPresent();
            if (!there) {
                claims.add(host, one.plan().memory());
            }
        });
        return claims;
    }

    void add(HostId host, Bytes memory) {
        onTheWay.merge(host, memory, Bytes::plus);
    }

    /** Whether as much is left on the host; {@code vm} itself does not stand in its own way. */
    boolean leave(HostFacts host, VmFacts vm) {
        Bytes taken = host.vms().stream()
                .filter(one -> one.state().holdsMemory() && !one.vm().equals(vm.vm()))
                .map(VmFacts::memory)
                .reduce(onTheWay.getOrDefault(host.host(), Bytes.ZERO), Bytes::plus);
        return taken.plus(vm.memory()).compareTo(host.memory()) <= 0;
    }
}
