package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every vm goes where the problem says; one that is there already stays. */
public final class GivenDestinations {
    private GivenDestinations() {}

    /** Vms that have no way to where they should go are named with the reason. */
    public static Placement of(PlanningProblem problem, DurationModel model) {
        List<Leg> legs = new ArrayList<>();
        List<Unmoved> unmoved = new ArrayList<>();
        for (int index = 0; index < problem.vms().size(); index++) {
            PlannedVm vm = problem.vms().get(index);
            if (vm.source() != vm.destination()) {
                int place = index;
                obstacle(problem, model, vm)
                        .ifPresentOrElse(
                                reason -> unmoved.add(new Unmoved(place, reason)),
                                () -> legs.add(new Leg(place, vm.destination())));
            }
        }
        return new Placement(legs, unmoved);
    }

    private static Optional<String> obstacle(PlanningProblem problem, DurationModel model, PlannedVm vm) {
        Network network = problem.network();
        String way = "from " + problem.hosts().get(vm.source()).id() + " to "
                + problem.hosts().get(vm.destination()).id();
        if (!network.connects(vm.source(), vm.destination())) {
            return Optional.of("has no path " + way);
        }
        long rateMbps = network.narrowestMbps(network.path(vm.source(), vm.destination()));
        if (model.millis(vm.workload(), rateMbps).isEmpty()) {
            return Optional.of("writes faster than " + rateMbps + " Mbit/s carry, which is all there is " + way);
        }
        return Optional.empty();
    }
}
