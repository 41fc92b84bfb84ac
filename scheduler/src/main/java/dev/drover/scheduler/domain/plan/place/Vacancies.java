package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;

/**
 * The room that hosts have for newcomers beside all that is on them now, whether it is to leave or not: what fits so
 * fits at every step, in whatever order moves are made.
 */
final class Vacancies {
    private final long[] freeMiB;
    private final long[] freeCpus;
    private final Demand smallest;

    Vacancies(PlanningProblem problem) {
        this.freeMiB = new long[problem.hosts().size()];
        this.freeCpus = new long[problem.hosts().size()];
        for (int host = 0; host < freeMiB.length; host++) {
            Demand capacity = problem.hosts().get(host).capacity();
            freeMiB[host] = capacity.memoryMiB();
            freeCpus[host] = capacity.cpus();
        }
        long leastMiB = Long.MAX_VALUE;
        long leastCpus = Long.MAX_VALUE;
        for (PlannedVm vm : problem.vms()) {
            take(vm.source(), vm.demand());
            leastMiB = Math.min(leastMiB, vm.demand().memoryMiB());
            leastCpus = Math.min(leastCpus, vm.demand().cpus());
        }
        this.smallest = new Demand(leastMiB, leastCpus);
    }

    boolean fits(int host, Demand demand) {
        return demand.memoryMiB() <= freeMiB[host] && demand.cpus() <= freeCpus[host];
    }

    /** Whether not even the smallest of all vms fits. */
    boolean isFull(int host) {
        return !fits(host, smallest);
    }

    void take(int host, Demand demand) {
        freeMiB[host] -= demand.memoryMiB();
        freeCpus[host] -= demand.cpus();
    }
}
