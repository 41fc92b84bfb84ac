package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds a host for every vm that is on one that takes none, so that no link gets more to carry than it must. The longest
 * copy chooses first, among the {@link Candidates}. Where rooms turn out too small for that, the largest vms choose first.
 */
public final class FreePlacement {
    private final PlanningProblem problem;
    private final DurationModel model;
    private final double unavoidableSeconds;
    private final Vacancies vacancies;
    private final LinkLoads loads;
    private final Candidates candidates;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Unmoved> unmoved = new ArrayList<>();

    private FreePlacement(PlanningProblem problem, DurationModel model, double unavoidableSeconds) {
        this.problem = problem;
        this.model = model;
        this.unavoidableSeconds = unavoidableSeconds;
        this.vacancies = new Vacancies(problem);
        this.loads = new LinkLoads(problem.network());
        this.candidates = new Candidates(problem, vacancies, loads);
    }

    /**
     * For every vm on a host that takes none.
     *
     * @param unavoidableSeconds how long the plan takes at least, whatever the destinations
     */
    public static Placement of(PlanningProblem problem, DurationModel model, double unavoidableSeconds) {
        int[] homeless = homeless(problem).toArray();
        Sizes sizes = new Sizes(problem, model, homeless);
        Placement longestFirst =
                new FreePlacement(problem, model, unavoidableSeconds).placed(homeless, sizes.longestFirst());
        if (longestFirst.unmoved().isEmpty()) {
            return longestFirst;
        }
        Placement largestFirst =
                new FreePlacement(problem, model, unavoidableSeconds).placed(homeless, sizes.largestFirst());
        return largestFirst.legs().size() > longestFirst.legs().size() ? largestFirst : longestFirst;
    }

    /** The vms on hosts that take none. */
    public static IntStream homeless(PlanningProblem problem) {
        return IntStream.range(0, problem.vms().size())
                .filter(vm ->
                        !problem.hosts().get(problem.vms().get(vm).source()).takesVms());
    }

    private Placement placed(int[] homeless, int[] order) {
        for (int rank : order) {
            place(homeless[rank]);
        }
        return Placement.inOrder(legs, unmoved);
    }

    private void place(int index) {
        PlannedVm vm = problem.vms().get(index);
        best(vm).ifPresentOrElse(
                        chosen -> {
                            vacancies.take(chosen.host(), vm.demand());
                            loads.add(problem.network().path(vm.source(), chosen.host()), chosen.mbit());
                            legs.add(new Leg(index, chosen.host()));
                        },
                        () -> unmoved.add(new Unmoved(index, WhyNowhere.of(problem, model, vm))));
    }

    private Optional<Candidate> best(PlannedVm vm) {
        Optional<Candidate> best = bestOf(vm, candidates.few(vm));
        return best.isPresent() ? best : bestOf(vm, candidates.all(vm));
    }

    private Optional<Candidate> bestOf(PlannedVm vm, IntStream hosts) {
        return hosts.mapToObj(host -> candidate(vm, host))
                .flatMap(Optional::stream)
                .reduce((one, other) -> other.isBetterThan(one, unavoidableSeconds) ? other : one);
    }

    /** Empty where there is no path, or none on which the copy comes to an end. */
    private Optional<Candidate> candidate(PlannedVm vm, int host) {
        Network network = problem.network();
        if (!network.connects(vm.source(), host)) {
            return Optional.empty();
        }
        int[] path = network.path(vm.source(), host);
        long rateMbps = network.narrowestMbps(path);
        if (model.millis(vm.workload(), rateMbps).isEmpty()) {
            return Optional.empty();
        }
        double mbit = model.leastMbit(vm.workload(), rateMbps);
        return Optional.of(
                new Candidate(host, rateMbps, mbit, loads.busiestWith(path, mbit), loads.totalWith(path, mbit)));
    }
}
