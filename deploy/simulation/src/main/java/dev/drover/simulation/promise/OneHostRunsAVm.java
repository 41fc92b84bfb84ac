package dev.drover.simulation.promise;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** I1: the vCPUs of a guest run on at most one host. */
final class OneHostRunsAVm implements Promise {
    private final Fleet fleet;

    OneHostRunsAVm(Truth truth) {
        this.fleet = truth.fleet();
    }

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return happening instanceof Happening.Moved ? twice() : List.of();
    }

    private List<String> twice() {
        TreeMap<VmId, HostId> running = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        fleet.hosts()
                .forEach(host -> host.facts().vms().stream()
                        .filter(vm -> vm.state() == VmState.RUNNING)
                        .forEach(vm -> {
                            HostId other = running.putIfAbsent(vm.vm(), host.host());
                            if (other != null) {
                                broken.add("vm " + vm.vm() + " runs on " + other + " and on " + host.host());
                            }
                        }));
        return broken;
    }
}
