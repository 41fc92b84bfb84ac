package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Hosts with room that a vm might go to: those with the least to receive, since to look at all would take too long. */
final class Candidates {
    /** To look at more changes little: hosts with as little to receive are as good. */
    private static final int OF_EACH_KIND = 3;

    private static final double MILLIS_A_SECOND = 1000;

    private final Network network;
    private final LinkLoads loads;
    private final Vacancies vacancies;
    private final int[] open;
    private final NavigableMap<Long, LeastBusy> bySpeed = new TreeMap<>();
    private final NavigableMap<Integer, LeastBusy> bySwitch = new TreeMap<>();

    Candidates(PlanningProblem problem, Vacancies vacancies, LinkLoads loads) {
        this.network = problem.network();
        this.loads = loads;
        this.vacancies = vacancies;
        this.open = IntStream.range(0, problem.hosts().size())
                .filter(host -> problem.hosts().get(host).takesVms())
                .toArray();
        for (int host : open) {
            bySpeed.computeIfAbsent(network.capacityMbps(Network.down(host)), any -> leastBusyFromFar())
                    .add(host);
            network.parent(host)
                    .ifPresent(above -> bySwitch.computeIfAbsent(above, any -> leastBusyFromNear())
                            .add(host));
        }
    }

    /** Some beside the source, where no uplink is crossed, and some of each speed wherever they are. */
    IntStream few(PlannedVm vm) {
        IntStream near = network.parent(vm.source()).map(bySwitch::get).stream()
                .flatMapToInt(hosts -> hosts.withRoom(vm.demand(), OF_EACH_KIND));
        IntStream far = bySpeed.values().stream().flatMapToInt(hosts -> hosts.withRoom(vm.demand(), OF_EACH_KIND));
        return IntStream.concat(near, far);
    }

    /** Every host with room: for a vm that none of the few is good for. */
    IntStream all(PlannedVm vm) {
        return IntStream.of(open).filter(host -> vacancies.fits(host, vm.demand()));
    }

    private LeastBusy leastBusyFromNear() {
        return new LeastBusy(vacancies, host -> millis(loads.seconds(Network.down(host))));
    }

    private LeastBusy leastBusyFromFar() {
        return new LeastBusy(vacancies, host -> millis(secondsFromFar(host)));
    }

    /** All links that lead down to the host together: so a busy rack counts, and in a rack a busy host. */
    private double secondsFromFar(int host) {
        double total = 0;
        for (Optional<Integer> node = Optional.of(host); node.isPresent(); node = network.parent(node.get())) {
            total += loads.seconds(Network.down(node.get()));
        }
        return total;
    }

    private static long millis(double seconds) {
        return Math.round(Math.min(seconds * MILLIS_A_SECOND, LeastBusy.MOST_MILLIS));
    }
}
