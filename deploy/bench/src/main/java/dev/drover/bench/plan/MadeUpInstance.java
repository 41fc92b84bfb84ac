package dev.drover.bench.plan;

import dev.drover.scheduler.domain.plan.problem.Cable;
import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedHost;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Workload;
import dev.drover.schema.id.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Half of all hosts to be emptied, ten vms on each, into the other half. Hosts have 10 or 25 Gbit/s and stand in racks of
 * twenty with 100 Gbit/s, so that both ends of a move and the racks' uplinks can be what is scarce.
 */
public final class MadeUpInstance {
    private static final int VMS_A_HOST = 10;
    private static final int HOSTS_A_RACK = 20;
    private static final long SLOW_MBPS = 10_000;
    private static final long FAST_MBPS = 25_000;
    private static final long UPLINK_MBPS = 100_000;
    private static final Demand HOST = new Demand(1 << 20, 256);
    private static final int LEAST_GIB = 4;
    private static final int DOUBLINGS = 6;
    private static final double MB_A_GIB = 1024;

    private final SplittableRandom chance;
    private final int sources;

    private MadeUpInstance(int vms, long seed) {
        this.chance = new SplittableRandom(seed);
        this.sources = Math.max(1, Math.ceilDiv(vms, VMS_A_HOST));
    }

    /** The same for the same seed. */
    public static PlanningProblem of(int vms, long seed) {
        if (vms < 0 || vms > PlanningProblem.MOST) {
            throw new InvalidValueException("--generate", "is " + vms + "; give 0 to " + PlanningProblem.MOST);
        }
        MadeUpInstance made = new MadeUpInstance(vms, seed);
        List<PlannedHost> hosts = made.hosts();
        return new PlanningProblem("made-up-" + vms + "-" + seed, hosts, made.network(hosts), made.vms(vms));
    }

    private List<PlannedHost> hosts() {
        List<PlannedHost> hosts = new ArrayList<>();
        for (int host = 0; host < 2 * sources; host++) {
            hosts.add(new PlannedHost("h" + host, HOST, host >= sources));
        }
        return hosts;
    }

    private Network network(List<PlannedHost> hosts) {
        List<String> nodes = new ArrayList<>(hosts.stream().map(PlannedHost::id).toList());
        List<Cable> cables = new ArrayList<>();
        int racks = Math.ceilDiv(hosts.size(), HOSTS_A_RACK);
        int core = hosts.size() + racks;
        for (int host = 0; host < hosts.size(); host++) {
            long mbps = chance.nextInt(3) == 0 ? SLOW_MBPS : FAST_MBPS;
            cables.add(new Cable(host, hosts.size() + host % racks, mbps));
        }
        for (int rack = 0; rack < racks; rack++) {
            nodes.add("sw" + rack);
            cables.add(new Cable(hosts.size() + rack, core, UPLINK_MBPS));
        }
        nodes.add("core");
        return Network.of(nodes, cables);
    }

    private List<PlannedVm> vms(int count) {
        List<PlannedVm> vms = new ArrayList<>();
        for (int vm = 0; vm < count; vm++) {
            int gib = LEAST_GIB << chance.nextInt(1 + chance.nextInt(DOUBLINGS));
            Demand demand = new Demand(gib * 1024L, Math.max(1, gib / 8));
            int destination = sources + chance.nextInt(sources);
            vms.add(new PlannedVm("v" + vm, vm / VMS_A_HOST, destination, demand, workload(gib * MB_A_GIB)));
        }
        return vms;
    }

    /** Most guests are idle, some write a little, few write much. */
    private Workload workload(double memoryMB) {
        return switch (chance.nextInt(6)) {
            case 0 -> new Workload(memoryMB, Math.min(2000, memoryMB / 25), 4, chance.nextInt(20, 150));
            case 1, 2 -> new Workload(memoryMB, memoryMB / 100, 5, chance.nextInt(2, 40));
            default -> new Workload(memoryMB, 5, 3, 0);
        };
    }
}
