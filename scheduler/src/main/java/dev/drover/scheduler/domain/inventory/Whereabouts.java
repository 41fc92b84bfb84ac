package dev.drover.scheduler.domain.inventory;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Which hosts know each vm: mostly one, two while it moves. Immutable. */
public record Whereabouts(PSortedMap<VmId, PSortedSet<HostId>> byVm) {
    /** Nobody knows any. */
    public static final Whereabouts EMPTY = new Whereabouts(TreePMap.empty());

    /** The hosts that know the vm, by name. */
    public PSortedSet<HostId> of(VmId vm) {
        PSortedSet<HostId> hosts = byVm.get(vm);
        return hosts == null ? TreePSet.empty() : hosts;
    }

    /** After the host's vms have become {@code now}. Costs no more than what changed. */
    Whereabouts changed(HostId host, List<VmFacts> before, List<VmFacts> now) {
        Set<VmId> left = ids(before);
        Set<VmId> come = ids(now);
        Set<VmId> stayed = new HashSet<>(left);
        stayed.retainAll(come);
        left.removeAll(stayed);
        come.removeAll(stayed);
        PSortedMap<VmId, PSortedSet<HostId>> after = byVm;
        for (VmId vm : left) {
            PSortedSet<HostId> others = of(vm).minus(host);
            after = others.isEmpty() ? after.minus(vm) : after.plus(vm, others);
        }
        for (VmId vm : come) {
            after = after.plus(vm, of(vm).plus(host));
        }
        return new Whereabouts(after);
    }

    private static Set<VmId> ids(List<VmFacts> vms) {
        return vms.stream().map(VmFacts::vm).collect(Collectors.toCollection(HashSet::new));
    }
}
