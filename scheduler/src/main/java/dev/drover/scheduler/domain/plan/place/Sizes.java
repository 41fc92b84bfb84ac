package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedHost;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.queue.LargestFirst;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** In which order vms choose. */
final class Sizes {
    private static final double PARTS = 1e6;

    private final PlanningProblem problem;
    private final DurationModel model;
    private final int[] vms;

    Sizes(PlanningProblem problem, DurationModel model, int[] vms) {
        this.problem = problem;
        this.model = model;
        this.vms = vms;
    }

    /** By the time of a copy that has the source's link for itself. */
    int[] longestFirst() {
        return by(vm -> model.millis(vm.workload(), problem.network().capacityMbps(Network.up(vm.source())))
                .orElse(0));
    }

    /** By the part they would take of the largest host, of memory or of cpus. */
    int[] largestFirst() {
        long mostMiB = problem.hosts().stream()
                .map(PlannedHost::capacity)
                .mapToLong(Demand::memoryMiB)
                .max()
                .orElse(0);
        long mostCpus = problem.hosts().stream()
                .map(PlannedHost::capacity)
                .mapToLong(Demand::cpus)
                .max()
                .orElse(0);
        return by(vm -> (long) (PARTS
                * Math.max(
                        (double) vm.demand().memoryMiB() / Math.max(1, mostMiB),
                        (double) vm.demand().cpus() / Math.max(1, mostCpus))));
    }

    private int[] by(ToLongFunction<PlannedVm> size) {
        return LargestFirst.by(
                IntStream.of(vms).mapToObj(problem.vms()::get).mapToLong(size).toArray());
    }
}
