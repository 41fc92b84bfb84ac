package dev.drover.scheduler.domain.plan.check;

import dev.drover.scheduler.domain.plan.check.Violation.HostOverfull;
import dev.drover.scheduler.domain.plan.check.Violation.LinkOverloaded;
import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lives through a plan: at each instant what ends comes before what starts; a vm in motion counts at both its ends. */
final class Replay {
    private record Moment(long atMillis, boolean isStart, PlannedMove move) {
        private static final Comparator<Moment> IN_TIME = Comparator.comparingLong(Moment::atMillis)
                .thenComparing(Moment::isStart)
                .thenComparingInt(moment -> moment.move().vm());
    }

    private final PlanningProblem problem;
    private final SortedMap<Integer, Long> usedMbps = new TreeMap<>();
    private final SortedMap<Integer, Long> heldMiB = new TreeMap<>();
    private final SortedMap<Integer, Long> heldCpus = new TreeMap<>();

    Replay(PlanningProblem problem) {
        this.problem = problem;
        problem.vms().forEach(vm -> hold(vm.source(), vm.demand(), 1));
    }

    Optional<Violation> firstViolation(List<PlannedMove> moves) {
        List<Moment> moments = new ArrayList<>();
        for (PlannedMove move : moves) {
            moments.add(new Moment(move.startMillis(), true, move));
            moments.add(new Moment(move.endMillis(), false, move));
        }
        return moments.stream()
                .sorted(Moment.IN_TIME)
                .flatMap(moment -> live(moment).stream())
                .findFirst();
    }

    private Optional<Violation> live(Moment moment) {
        PlannedMove move = moment.move();
        PlannedVm vm = problem.vms().get(move.vm());
        List<Integer> way = Way.between(problem.network(), vm.source(), move.destination())
                .orElseThrow(() -> new IllegalStateException("moves without a path are found before"));
        if (!moment.isStart()) {
            way.forEach(link -> usedMbps.merge(link, -move.rateMbps(), Long::sum));
            hold(vm.source(), vm.demand(), -1);
            return Optional.empty();
        }
        way.forEach(link -> usedMbps.merge(link, move.rateMbps(), Long::sum));
        hold(move.destination(), vm.demand(), 1);
        return overload(way, moment.atMillis()).or(() -> overfull(move.destination(), moment.atMillis()));
    }

    private void hold(int host, Demand demand, int times) {
        heldMiB.merge(host, times * demand.memoryMiB(), Long::sum);
        heldCpus.merge(host, times * demand.cpus(), Long::sum);
    }

    private Optional<Violation> overload(List<Integer> way, long atMillis) {
        return way.stream()
                .filter(link -> used(link) > problem.network().capacityMbps(link))
                .findFirst()
                .map(link -> new LinkOverloaded(
                        problem.network().linkName(link),
                        atMillis,
                        used(link),
                        problem.network().capacityMbps(link)));
    }

    private long used(int link) {
        return usedMbps.getOrDefault(link, 0L);
    }

    private Optional<Violation> overfull(int host, long atMillis) {
        Demand held = new Demand(heldMiB.getOrDefault(host, 0L), heldCpus.getOrDefault(host, 0L));
        Demand capacity = problem.hosts().get(host).capacity();
        return held.fitsIn(capacity)
                ? Optional.empty()
                : Optional.of(new HostOverfull(problem.hosts().get(host).id(), atMillis, held, capacity));
    }
}
