package dev.drover.scheduler.domain.inventory;

import dev.drover.schema.event.HostCordoned;
import dev.drover.schema.event.HostEvent;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.HostTrusted;
import dev.drover.schema.event.HostUncordoned;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The hosts of a zone by name, each as it last reported itself. Immutable.
 *
 * @param whereabouts which hosts know each vm; follows from {@code hosts}
 * @param cordoned hosts that get no new vms, each with the intent that said so
 * @param quarantined hosts whose clocks can't be trusted, each with the reason
 */
public record Inventory(
        PSortedMap<HostId, HostFacts> hosts,
        Whereabouts whereabouts,
        PSortedMap<HostId, IntentId> cordoned,
        PSortedMap<HostId, String> quarantined) {
    /** Before any host has reported. */
    public static final Inventory EMPTY =
            new Inventory(TreePMap.empty(), Whereabouts.EMPTY, TreePMap.empty(), TreePMap.empty());

    /** The host, if it ever reported. */
    public Optional<HostFacts> host(HostId host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /** The vms that the host knows; none of a host that is not known. */
    public List<VmFacts> vmsOn(HostId host) {
        return host(host).map(HostFacts::vms).orElse(List.of());
    }

    /** What the host knows of the vm. */
    public Optional<VmFacts> vmOn(HostId host, VmId vm) {
        return host(host).flatMap(facts -> facts.vm(vm));
    }

    /** The hosts that know the vm, in whatever state, by name. */
    public Stream<HostFacts> knowing(VmId vm) {
        return whereabouts.of(vm).stream().flatMap(host -> host(host).stream());
    }

    /** The host on which the vm runs, as far as hosts have said. */
    public Optional<HostId> home(VmId vm) {
        return knowing(vm)
                .filter(host -> host.vm(vm).map(VmFacts::state).equals(Optional.of(VmState.RUNNING)))
                .map(HostFacts::host)
                .findFirst();
    }

    /** Why the host takes part in no migration, if so: it is not known, its clock is wrong, or its agent is degraded. */
    public Optional<String> outOfAction(HostId host) {
        if (quarantined.containsKey(host)) {
            return Optional.of("the clock of " + host + " can't be trusted");
        }
        return host(host)
                .map(facts -> facts.degraded().map(why -> "the agent of " + host + " begins nothing new: " + why))
                .orElseGet(() -> Optional.of("host " + host + " is not known"));
    }

    /** After {@code event}. */
    public Inventory evolve(HostEvent event) {
        return switch (event) {
            case HostInventoryRecorded recorded -> with(recorded.facts());
            case HostCordoned on -> new Inventory(hosts, whereabouts, cordoned.plus(on.host(), on.by()), quarantined);
            case HostUncordoned off -> new Inventory(hosts, whereabouts, cordoned.minus(off.host()), quarantined);
            case HostQuarantined off ->
                new Inventory(hosts, whereabouts, cordoned, quarantined.plus(off.host(), off.why()));
            case HostTrusted on -> new Inventory(hosts, whereabouts, cordoned, quarantined.minus(on.host()));
            case HostForgotten gone -> without(gone.host());
        };
    }

    /** With this host as it is now. */
    public Inventory with(HostFacts facts) {
        return new Inventory(
                hosts.plus(facts.host(), facts),
                whereabouts.changed(facts.host(), vmsOn(facts.host()), facts.vms()),
                cordoned,
                quarantined);
    }

    /** With the vm known to nobody. */
    public Inventory without(VmId vm) {
        Inventory left = this;
        for (HostFacts host : knowing(vm).toList()) {
            left = left.with(host.withVms(without(host.vms(), vm)));
        }
        return left;
    }

    /**
     * With the vm gone from {@code source} and running on {@code destination}: what evidence from both ends has shown,
     * before their next reports say it too.
     */
    public Inventory withMoved(VmFacts vm, HostId source, HostId destination) {
        Inventory left = host(source)
                .map(facts -> with(facts.withVms(without(facts.vms(), vm.vm()))))
                .orElse(this);
        return left.host(destination)
                .map(facts -> {
                    List<VmFacts> vms = new ArrayList<>(without(facts.vms(), vm.vm()));
                    vms.add(vm.in(VmState.RUNNING));
                    return left.with(facts.withVms(vms));
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

    private Inventory without(HostId host) {
        return new Inventory(
                hosts.minus(host),
                whereabouts.changed(host, vmsOn(host), List.of()),
                cordoned.minus(host),
                quarantined.minus(host));
    }

    private static List<VmFacts> without(List<VmFacts> vms, VmId vm) {
        return vms.stream().filter(facts -> !facts.vm().equals(vm)).toList();
    }
}
