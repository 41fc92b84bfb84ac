package dev.drover.scheduler.domain.plan.bound;

import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.List;

/** The bound where every move has its destination: the longest copy, and on each link all that has to cross it. */
public final class FixedBound {
    private static final double MILLIS_A_SECOND = 1000;

    private final PlanningProblem problem;
    private final DurationModel model;
    private final double[] linkMbit;
    private LowerBound bound = LowerBound.NONE;

    private FixedBound(PlanningProblem problem, DurationModel model) {
        this.problem = problem;
        this.model = model;
        this.linkMbit = new double[problem.network().linkCount()];
    }

    /** Every leg must have a path on which its copy comes to an end. */
    public static LowerBound of(PlanningProblem problem, DurationModel model, List<Leg> legs) {
        FixedBound fixed = new FixedBound(problem, model);
        legs.forEach(fixed::add);
        fixed.lookAtLinks();
        return fixed.bound;
    }

    private void add(Leg leg) {
        Network network = problem.network();
        PlannedVm vm = problem.vms().get(leg.vm());
        int[] path = network.path(vm.source(), leg.destination());
        long rateMbps = network.narrowestMbps(path);
        double mbit = model.leastMbit(vm.workload(), rateMbps);
        for (int link : path) {
            linkMbit[link] += mbit;
        }
        double seconds = model.millis(vm.workload(), rateMbps).orElseThrow() / MILLIS_A_SECOND;
        if (seconds > bound.seconds()) {
            bound = new LowerBound(seconds, vm.id());
        }
    }

    private void lookAtLinks() {
        for (int link = 0; link < linkMbit.length; link++) {
            double seconds =
                    linkMbit[link] == 0 ? 0 : linkMbit[link] / problem.network().capacityMbps(link);
            if (seconds > bound.seconds()) {
                bound = new LowerBound(seconds, problem.network().linkName(link));
            }
        }
    }
}
