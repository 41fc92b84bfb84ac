package dev.drover.scheduler.domain.inventory;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmFacts;
import java.util.List;
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

    /**
     * After the host's vms have become {@code now}; both lists are in the order of their ids. Only what has changed is
     * looked up or kept.
     */
    Whereabouts changed(HostId host, List<VmFacts> before, List<VmFacts> now) {
        PSortedMap<VmId, PSortedSet<HostId>> after = byVm;
        int old = 0;
        int young = 0;
        while (old < before.size() || young < now.size()) {
            int order = order(before, old, now, young);
            if (order < 0) {
                after = without(after, before.get(old).vm(), host);
            } else if (order > 0) {
                VmId come = now.get(young).vm();
                after = after.plus(come, of(come).plus(host));
            }
            old = order <= 0 ? behind(before, old) : old;
            young = order >= 0 ? behind(now, young) : young;
        }
        return new Whereabouts(after);
    }

    private PSortedMap<VmId, PSortedSet<HostId>> without(
            PSortedMap<VmId, PSortedSet<HostId>> after, VmId vm, HostId host) {
        PSortedSet<HostId> others = of(vm).minus(host);
        return others.isEmpty() ? after.minus(vm) : after.plus(vm, others);
    }

    /** Which of the two comes first: below 0 the old one, above 0 the young one, 0 if they are the same vm. */
    private static int order(List<VmFacts> before, int old, List<VmFacts> now, int young) {
        if (old == before.size()) {
            return 1;
        }
        return young == now.size()
                ? -1
                : before.get(old).vm().compareTo(now.get(young).vm());
    }

    /** The next vm's place, however often a host names this one. */
    private static int behind(List<VmFacts> vms, int place) {
        int next = place + 1;
        while (next < vms.size() && vms.get(next).vm().equals(vms.get(place).vm())) {
            next++;
        }
        return next;
    }
}
