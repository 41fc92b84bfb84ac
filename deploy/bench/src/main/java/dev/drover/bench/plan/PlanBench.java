package dev.drover.bench.plan;

import dev.drover.scheduler.domain.plan.order.OrderedMoves;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.whole.WholePlan;
import dev.drover.scheduler.domain.plan.whole.WholePlanner;

/** Makes plans with a look at the clock before and after: from the problem to the plan, its bound included. */
public final class PlanBench {
    private static final double NANOS_A_MILLI = 1e6;
    private static final int VMS_TO_WARM_UP_ON = 500;
    private static final int ROUNDS_TO_WARM_UP = 3;

    private final DurationModel model;
    private final Destinations destinations;
    private final long seed;

    /** All plans from this seed. */
    public PlanBench(DurationModel model, Destinations destinations, long seed) {
        this.model = model;
        this.destinations = destinations;
        this.seed = seed;
    }

    /** Else loading and compiling the program would be a part of what the first plan takes, or the first yardstick. */
    public void warmUp() {
        for (int round = 0; round < ROUNDS_TO_WARM_UP; round++) {
            measure(MadeUpInstance.of(VMS_TO_WARM_UP_ON, round));
        }
    }

    /** One plan, and one by plain list scheduling. */
    public MeasuredPlan measure(PlanningProblem problem) {
        WholePlanner planner = new WholePlanner(problem, model);
        long begin = System.nanoTime();
        OrderedMoves plain = planner.plain(destinations);
        long between = System.nanoTime();
        WholePlan plan = planner.plan(destinations, seed);
        long end = System.nanoTime();
        return new MeasuredPlan(
                problem,
                plan,
                (end - between) / NANOS_A_MILLI,
                plain.makespanMillis(),
                (between - begin) / NANOS_A_MILLI);
    }
}
