package dev.drover.scheduler.domain.plan.problem;

import java.util.ArrayList;
import java.util.List;

/** Small problems, written down host by host. All hosts hang on one switch unless racks are asked for. */
public final class Problems {
    /** A vm that writes nothing. */
    public static final Workload IDLE_GIG = new Workload(1000, 0, 0, 0);

    private record Machine(PlannedHost host, String rack, long mbps) {}

    private final List<Machine> machines = new ArrayList<>();
    private final List<PlannedVm> vms = new ArrayList<>();
    private long uplinkMbps = 100_000;

    /** A host in a rack, with room for so many vms of one cpu. */
    public Problems host(String id, String rack, long mbps, int room, boolean takesVms) {
        machines.add(new Machine(new PlannedHost(id, new Demand(room * 1024L, room), takesVms), rack, mbps));
        return this;
    }

    /** A host to be emptied. */
    public Problems source(String id, String rack, long mbps) {
        return host(id, rack, mbps, 100, false);
    }

    /** A host with room. */
    public Problems target(String id, String rack, long mbps) {
        return host(id, rack, mbps, 100, true);
    }

    /** Of every rack. */
    public Problems uplinks(long mbps) {
        uplinkMbps = mbps;
        return this;
    }

    /** An idle vm of this much memory that takes the room of one. */
    public Problems vm(String id, String source, String destination, double memoryMB) {
        return vm(id, source, destination, new Workload(memoryMB, 0, 0, 0));
    }

    /** A vm that takes the room of one. */
    public Problems vm(String id, String source, String destination, Workload workload) {
        vms.add(new PlannedVm(id, place(source), place(destination), new Demand(1024, 1), workload));
        return this;
    }

    /** All of it. */
    public PlanningProblem problem() {
        List<String> racks = machines.stream().map(Machine::rack).distinct().toList();
        List<String> nodes = new ArrayList<>();
        machines.forEach(machine -> nodes.add(machine.host().id()));
        nodes.addAll(racks);
        nodes.add("core");
        List<Cable> cables = new ArrayList<>();
        for (int host = 0; host < machines.size(); host++) {
            int rack = machines.size() + racks.indexOf(machines.get(host).rack());
            cables.add(new Cable(host, rack, machines.get(host).mbps()));
        }
        for (int rack = 0; rack < racks.size(); rack++) {
            cables.add(new Cable(machines.size() + rack, nodes.size() - 1, uplinkMbps));
        }
        return new PlanningProblem(
                "small", machines.stream().map(Machine::host).toList(), Network.of(nodes, cables), vms);
    }

    private int place(String id) {
        return machines.stream().map(machine -> machine.host().id()).toList().indexOf(id);
    }
}
