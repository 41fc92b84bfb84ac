package dev.drover.scheduler.domain.plan.bound;

import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The bound where destinations are free: the longest copy, what each source has to send, and how fast the network could
 * carry all of it to hosts that take vms, if it could be split at will and if memory were no matter.
 */
public final class FreeBound {
    private static final double MILLIS_A_SECOND = 1000;

    private final PlanningProblem problem;
    private final DurationModel model;
    private final long[] ratesMbps;
    private final double[] hostMbit;
    private final BitSet hasOpenHost = new BitSet();
    private LowerBound bound = LowerBound.NONE;

    private FreeBound(PlanningProblem problem, DurationModel model) {
        this.problem = problem;
        this.model = model;
        this.ratesMbps = distinctCapacities(problem.network());
        this.hostMbit = new double[problem.hosts().size()];
        for (int host = 0; host < hostMbit.length; host++) {
            if (problem.hosts().get(host).takesVms()) {
                hasOpenHost.set(problem.network().component(host));
            }
        }
    }

    /** For these vms to leave; one that can't get anywhere is left out. */
    public static LowerBound of(PlanningProblem problem, DurationModel model, IntStream vms) {
        FreeBound free = new FreeBound(problem, model);
        vms.mapToObj(problem.vms()::get)
                .filter(vm -> free.hasOpenHost.get(problem.network().component(vm.source())))
                .forEach(free::add);
        free.lookAtSources();
        return MaxFlow.of(problem, free.hostMbit).soonest(free.bound);
    }

    /** A path's rate is the capacity of one of its links; all rates that could be are considered, and a few more. */
    private void add(PlannedVm vm) {
        long nicMbps = problem.network().capacityMbps(Network.up(vm.source()));
        double leastMbit = Double.POSITIVE_INFINITY;
        double leastSeconds = Double.POSITIVE_INFINITY;
        for (long rateMbps : ratesMbps) {
            OptionalLong millis = model.millis(vm.workload(), rateMbps);
            if (rateMbps <= nicMbps && millis.isPresent()) {
                leastMbit = Math.min(leastMbit, model.leastMbit(vm.workload(), rateMbps));
                leastSeconds = Math.min(leastSeconds, millis.getAsLong() / MILLIS_A_SECOND);
            }
        }
        if (Double.isFinite(leastMbit)) {
            hostMbit[vm.source()] += leastMbit;
            bound = bound.or(new LowerBound(leastSeconds, vm.id()));
        }
    }

    private void lookAtSources() {
        for (int host = 0; host < hostMbit.length; host++) {
            if (hostMbit[host] > 0) {
                int nic = Network.up(host);
                double seconds = hostMbit[host] / problem.network().capacityMbps(nic);
                bound = bound.or(new LowerBound(seconds, problem.network().linkName(nic)));
            }
        }
    }

    private static long[] distinctCapacities(Network network) {
        return LongStream.range(0, network.linkCount())
                .map(link -> network.capacityMbps((int) link))
                .filter(capacity -> capacity > 0)
                .distinct()
                .sorted()
                .toArray();
    }
}
