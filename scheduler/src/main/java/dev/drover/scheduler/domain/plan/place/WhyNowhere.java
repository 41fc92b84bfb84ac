package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why a vm has nowhere to go: each host is counted once, by the first thing that is against it. */
final class WhyNowhere {
    /** From what no plan can change to what another plan might. */
    private enum Obstacle {
        CLOSED("take no vms"),
        APART("have no path"),
        SLOW("are on paths slower than it writes"),
        FULL("have no room left for ");

        private final String words;

        Obstacle(String words) {
            this.words = words;
        }
    }

    private WhyNowhere() {}

    /** Completes the sentence that begins with the vm's name. Asked when no host is left for it. */
    static String of(PlanningProblem problem, DurationModel model, PlannedVm vm) {
        Map<Obstacle, Integer> counts = new TreeMap<>();
        for (int host = 0; host < problem.hosts().size(); host++) {
            if (host != vm.source()) {
                counts.merge(obstacle(problem, model, vm, host), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return "has nowhere to go: there is no other host";
        }
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + words(count.getKey(), vm))
                .collect(Collectors.joining(", ", "has nowhere to go: of the other hosts ", ""));
    }

    private static String words(Obstacle obstacle, PlannedVm vm) {
        return obstacle == Obstacle.FULL ? obstacle.words + vm.demand() : obstacle.words;
    }

    private static Obstacle obstacle(PlanningProblem problem, DurationModel model, PlannedVm vm, int host) {
        Network network = problem.network();
        if (!problem.hosts().get(host).takesVms()) {
            return Obstacle.CLOSED;
        }
        if (!network.connects(vm.source(), host)) {
            return Obstacle.APART;
        }
        long rateMbps = network.narrowestMbps(network.path(vm.source(), host));
        return model.millis(vm.workload(), rateMbps).isEmpty() ? Obstacle.SLOW : Obstacle.FULL;
    }
}
