package dev.drover.scheduler.domain.inventory;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** The hosts of a zone by name, each as it last reported itself. Immutable. */
public record Inventory(PSortedMap<HostId, HostFacts> hosts) {
    /** Before any host has reported. */
    public static final Inventory EMPTY = new Inventory(TreePMap.empty());

    /** The host, if it ever reported. */
    public Optional<HostFacts> host(HostId host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /** What the host knows of the vm. */
    public Optional<VmFacts> vmOn(HostId host, VmId vm) {
        return host(host).flatMap(facts -> facts.vm(vm));
    }

    /** With this host as it is now. */
    public Inventory with(HostFacts facts) {
        return new Inventory(hosts.plus(facts.host(), facts));
    }

    /**
     * With the vm gone from {@code source} and running on {@code destination}: what evidence from both ends has shown,
     * before their next reports say it too.
     */
    public Inventory withMoved(VmFacts vm, HostId source, HostId destination) {
        Inventory left = host(source)
                .map(facts -> with(withVms(facts, without(facts.vms(), vm.vm()))))
                .orElse(this);
        return left.host(destination)
                .map(facts -> {
                    List<VmFacts> vms = new ArrayList<>(without(facts.vms(), vm.vm()));
                    vms.add(new VmFacts(vm.vm(), vm.name(), vm.memory(), VmState.RUNNING));
                    return left.with(withVms(facts, vms));
                })
                .orElse(left);
    }

    /** Memory of the host that its vms do not hold. */
    public Bytes unusedMemory(HostFacts facts) {
        return facts.vms().stream()
                .filter(vm -> vm.state().holdsMemory())
                .map(VmFacts::memory)
                .reduce(facts.memory(), Bytes::minus);
    }

    private static List<VmFacts> without(List<VmFacts> vms, VmId vm) {
        return vms.stream().filter(facts -> !facts.vm().equals(vm)).toList();
    }

    private static HostFacts withVms(HostFacts facts, List<VmFacts> vms) {
        return new HostFacts(facts.host(), facts.memory(), facts.nic(), facts.migrationUri(), vms);
    }
}
