package dev.drover.scheduler.domain.plan.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Small fleets on which everything is scarce: room for a vm or two more, links of several sizes, switches that may not
 * be connected with each other, guests that may write too fast for any link.
 */
public final class RandomFleets {
    private static final long[] LINK_MBPS = {1000, 1000, 2500, 10_000, 0};

    private final SplittableRandom chance;

    private RandomFleets(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /** The same for the same seed. */
    public static PlanningProblem of(long seed) {
        return new RandomFleets(seed).fleet(seed);
    }

    private PlanningProblem fleet(long seed) {
        int hosts = 2 + chance.nextInt(6);
        List<PlannedVm> vms = vms(hosts, chance.nextInt(10));
        List<PlannedHost> planned = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            planned.add(new PlannedHost("h" + host, capacity(vms, host), chance.nextInt(3) > 0));
        }
        return new PlanningProblem("fleet-" + seed, planned, network(hosts), vms);
    }

    private List<PlannedVm> vms(int hosts, int count) {
        List<PlannedVm> vms = new ArrayList<>();
        for (int vm = 0; vm < count; vm++) {
            Demand demand = new Demand(1024L << chance.nextInt(3), 1 + chance.nextInt(3));
            vms.add(new PlannedVm("v" + vm, chance.nextInt(hosts), chance.nextInt(hosts), demand, workload()));
        }
        return vms;
    }

    private Workload workload() {
        double memoryMB = 100 * (1 + chance.nextInt(40));
        return switch (chance.nextInt(8)) {
            case 0 -> new Workload(memoryMB, memoryMB / 2, 0.5 + chance.nextInt(4), chance.nextInt(300));
            case 1, 2, 3 -> new Workload(memoryMB, memoryMB / 20, 2, chance.nextInt(20));
            default -> new Workload(memoryMB, 0, 0, 0);
        };
    }

    /** What is there fits, and seldom much more. */
    private Demand capacity(List<PlannedVm> vms, int host) {
        Demand held = vms.stream()
                .filter(vm -> vm.source() == host)
                .map(PlannedVm::demand)
                .reduce(Demand.NONE, Demand::plus);
        return held.plus(new Demand(1024L * chance.nextInt(9), chance.nextInt(8)));
    }

    private Network network(int hosts) {
        int switches = 1 + chance.nextInt(3);
        List<String> nodes = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            nodes.add("h" + host);
            if (chance.nextInt(20) > 0) {
                cables.add(new Cable(host, hosts + chance.nextInt(switches), capacityMbps()));
            }
        }
        for (int at = 0; at < switches; at++) {
            nodes.add("sw" + at);
            if (at > 0 && chance.nextInt(10) > 0) {
                cables.add(new Cable(hosts + at, hosts + chance.nextInt(at), capacityMbps()));
            }
        }
        return Network.of(nodes, cables);
    }

    private long capacityMbps() {
        return LINK_MBPS[chance.nextInt(chance.nextInt(4) == 0 ? LINK_MBPS.length : LINK_MBPS.length - 1)];
    }
}
