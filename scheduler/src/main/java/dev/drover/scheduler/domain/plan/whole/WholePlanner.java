package dev.drover.scheduler.domain.plan.whole;

import dev.drover.scheduler.domain.plan.bound.FixedBound;
import dev.drover.scheduler.domain.plan.bound.FreeBound;
import dev.drover.scheduler.domain.plan.bound.LowerBound;
import dev.drover.scheduler.domain.plan.order.MoveOrder;
import dev.drover.scheduler.domain.plan.order.OrderedMoves;
import dev.drover.scheduler.domain.plan.place.FreePlacement;
import dev.drover.scheduler.domain.plan.place.GivenDestinations;
import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.place.Placement;
import dev.drover.scheduler.domain.plan.place.PlainPlacement;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes whole plans. Pure: the same problem and seed have the same plan. */
public final class WholePlanner {
    private static final double MILLIS_A_SECOND = 1000;

    private final PlanningProblem problem;
    private final DurationModel model;

    /** For one problem, by these durations. */
    public WholePlanner(PlanningProblem problem, DurationModel model) {
        this.problem = problem;
        this.model = model;
    }

    /** A plan that is never worse than the plain one. One vm that can't move keeps no other from moving. */
    public WholePlan plan(Destinations destinations, long seed) {
        return switch (destinations) {
            case FIXED -> planFixed(seed);
            case FREE -> planFree(seed);
        };
    }

    /** Plain longest-first list scheduling: the yardstick. */
    public OrderedMoves plain(Destinations destinations) {
        Placement placement = switch (destinations) {
            case FIXED -> GivenDestinations.of(problem, model);
            case FREE -> PlainPlacement.of(problem, model);
        };
        return MoveOrder.longestFirst(problem, model, placement.legs());
    }

    private WholePlan planFixed(long seed) {
        Placement placement = GivenDestinations.of(problem, model);
        LowerBound bound = FixedBound.of(problem, model, placement.legs());
        OrderedMoves ordered = searched(placement, bound, seed);
        LowerBound reached = ordered.unmoved().isEmpty() ? bound : FixedBound.of(problem, model, ordered.legs());
        return new WholePlan(reached, ordered.moves(), allUnmoved(placement, ordered));
    }

    private WholePlan planFree(long seed) {
        LowerBound ofAll = FreeBound.of(problem, model, FreePlacement.homeless(problem));
        Placement placement = FreePlacement.of(problem, model, ofAll.seconds());
        LowerBound bound = placement.unmoved().isEmpty() ? ofAll : freeBound(placement);
        OrderedMoves ordered = searched(placement, bound, seed);
        WholePlan plan = new WholePlan(bound, ordered.moves(), allUnmoved(placement, ordered));
        return isAsGoodAsCanBe(plan) ? plan : betterOf(plainFree(), plan);
    }

    private WholePlan plainFree() {
        Placement placement = PlainPlacement.of(problem, model);
        OrderedMoves ordered = MoveOrder.longestFirst(problem, model, placement.legs());
        return new WholePlan(freeBound(placement), ordered.moves(), allUnmoved(placement, ordered));
    }

    private static boolean isAsGoodAsCanBe(WholePlan plan) {
        return plan.unmoved().isEmpty() && plan.makespanMillis() <= plan.bound().seconds() * MILLIS_A_SECOND;
    }

    private static WholePlan betterOf(WholePlan challenger, WholePlan plan) {
        return challenger.isBetterThan(plan) ? challenger : plan;
    }

    private OrderedMoves searched(Placement placement, LowerBound bound, long seed) {
        return MoveOrder.search(problem, model, placement.legs(), bound.seconds(), seed);
    }

    /** Free destinations have room whatever the order, so all that is placed moves. */
    private LowerBound freeBound(Placement placement) {
        return FreeBound.of(problem, model, placement.legs().stream().mapToInt(Leg::vm));
    }

    private static List<Unmoved> allUnmoved(Placement placement, OrderedMoves ordered) {
        return Stream.concat(placement.unmoved().stream(), ordered.unmoved().stream())
                .sorted(Comparator.comparingInt(Unmoved::vm))
                .toList();
    }
}
