package dev.drover.scheduler.domain.plan.check;

import dev.drover.scheduler.domain.plan.check.Violation.Forgotten;
import dev.drover.scheduler.domain.plan.check.Violation.NoPath;
import dev.drover.scheduler.domain.plan.check.Violation.Repeated;
import dev.drover.scheduler.domain.plan.check.Violation.WrongDestination;
import dev.drover.scheduler.domain.plan.check.Violation.WrongDuration;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds a plan against its problem. */
public final class PlanChecker {
    private final PlanningProblem problem;
    private final DurationModel model;
    private final Destinations destinations;

    /** For plans by these durations, with destinations from there. */
    public PlanChecker(PlanningProblem problem, DurationModel model, Destinations destinations) {
        this.problem = problem;
        this.model = model;
        this.destinations = destinations;
    }

    /** The first thing that is wrong: of single vms, then of links and hosts in the order of time; empty for a good plan. */
    public Optional<Violation> firstViolation(List<PlannedMove> moves, List<Unmoved> unmoved) {
        return everyVmOnce(moves, unmoved)
                .or(() -> moves.stream().flatMap(move -> ofOne(move).stream()).findFirst())
                .or(() -> new Replay(problem).firstViolation(moves));
    }

    private Optional<Violation> everyVmOnce(List<PlannedMove> moves, List<Unmoved> unmoved) {
        List<Integer> named = new ArrayList<>();
        moves.forEach(move -> named.add(move.vm()));
        unmoved.forEach(one -> named.add(one.vm()));
        SortedSet<Integer> seen = new TreeSet<>();
        for (int vm : named) {
            if (!seen.add(vm)) {
                return Optional.of(new Repeated(problem.vms().get(vm).id()));
            }
        }
        for (int vm = 0; vm < problem.vms().size(); vm++) {
            if (mustMove(problem.vms().get(vm)) && !seen.contains(vm)) {
                return Optional.of(new Forgotten(problem.vms().get(vm).id()));
            }
        }
        return Optional.empty();
    }

    private boolean mustMove(PlannedVm vm) {
        return switch (destinations) {
            case FIXED -> vm.source() != vm.destination();
            case FREE -> !problem.hosts().get(vm.source()).takesVms();
        };
    }

    private boolean mayGoTo(PlannedVm vm, int host) {
        return switch (destinations) {
            case FIXED -> host == vm.destination();
            case FREE -> problem.hosts().get(host).takesVms();
        };
    }

    private Optional<Violation> ofOne(PlannedMove move) {
        PlannedVm vm = problem.vms().get(move.vm());
        String host = problem.hosts().get(move.destination()).id();
        if (!mustMove(vm) || !mayGoTo(vm, move.destination())) {
            return Optional.of(new WrongDestination(vm.id(), host));
        }
        Optional<List<Integer>> way = Way.between(problem.network(), vm.source(), move.destination());
        return way.isEmpty() ? Optional.of(new NoPath(vm.id(), host)) : wrongDuration(move, vm, way.get());
    }

    private Optional<Violation> wrongDuration(PlannedMove move, PlannedVm vm, List<Integer> way) {
        long widest =
                way.stream().mapToLong(problem.network()::capacityMbps).min().orElse(0);
        long took = move.endMillis() - move.startMillis();
        boolean isRight = move.startMillis() >= 0
                && move.rateMbps() > 0
                && move.rateMbps() >= model.leastMbps(widest)
                && model.millis(vm.workload(), move.rateMbps()).stream().anyMatch(millis -> millis == took);
        return isRight ? Optional.empty() : Optional.of(new WrongDuration(vm.id(), move.rateMbps(), took));
    }
}
