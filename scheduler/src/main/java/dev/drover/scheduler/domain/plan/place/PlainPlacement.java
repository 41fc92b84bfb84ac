package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What comes to mind first: the longest copy chooses first, and takes, of all hosts with room, the one with the least to
 * receive. The yardstick for {@link FreePlacement}.
 */
public final class PlainPlacement {
    private final PlanningProblem problem;
    private final DurationModel model;
    private final Vacancies vacancies;
    private final double[] seconds;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Unmoved> unmoved = new ArrayList<>();

    private PlainPlacement(PlanningProblem problem, DurationModel model) {
        this.problem = problem;
        this.model = model;
        this.vacancies = new Vacancies(problem);
        this.seconds = new double[problem.hosts().size()];
    }

    /** For every vm on a host that takes none. */
    public static Placement of(PlanningProblem problem, DurationModel model) {
        PlainPlacement plain = new PlainPlacement(problem, model);
        int[] open = IntStream.range(0, problem.hosts().size())
                .filter(host -> problem.hosts().get(host).takesVms())
                .toArray();
        int[] homeless = FreePlacement.homeless(problem).toArray();
        for (int rank : new Sizes(problem, model, homeless).longestFirst()) {
            plain.place(homeless[rank], open);
        }
        return Placement.inOrder(plain.legs, plain.unmoved);
    }

    private void place(int index, int[] open) {
        PlannedVm vm = problem.vms().get(index);
        OptionalInt host = leastBusy(vm, open);
        if (host.isPresent()) {
            take(vm, host.getAsInt());
            legs.add(new Leg(index, host.getAsInt()));
        } else {
            unmoved.add(new Unmoved(index, WhyNowhere.of(problem, model, vm)));
        }
    }

    private OptionalInt leastBusy(PlannedVm vm, int[] open) {
        OptionalInt least = OptionalInt.empty();
        double leastSeconds = Double.POSITIVE_INFINITY;
        for (int host : open) {
            if (seconds[host] < leastSeconds && vacancies.fits(host, vm.demand()) && isReachable(vm, host)) {
                least = OptionalInt.of(host);
                leastSeconds = seconds[host];
            }
        }
        return least;
    }

    private boolean isReachable(PlannedVm vm, int host) {
        return problem.network().connects(vm.source(), host)
                && model.millis(vm.workload(), rateMbps(vm, host)).isPresent();
    }

    private long rateMbps(PlannedVm vm, int host) {
        return problem.network().narrowestMbps(problem.network().path(vm.source(), host));
    }

    private void take(PlannedVm vm, int host) {
        vacancies.take(host, vm.demand());
        seconds[host] += model.leastMbit(vm.workload(), rateMbps(vm, host))
                / problem.network().capacityMbps(Network.down(host));
    }
}
