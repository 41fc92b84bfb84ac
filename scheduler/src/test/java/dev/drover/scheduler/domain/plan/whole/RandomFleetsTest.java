package dev.drover.scheduler.domain.plan.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.check.PlanChecker;
import dev.drover.scheduler.domain.plan.order.OrderedMoves;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.PrecopyDurations;
import dev.drover.scheduler.domain.plan.problem.RandomFleets;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import org.junit.jupiter.api.Test;

class RandomFleetsTest {
    private static final int FLEETS = 10_000;
    private static final double ROUNDING_SECONDS = 1e-6;

    @Test
    void no_plan_breaks_a_rule_or_beats_the_bound_or_is_worse_than_the_plain_one() {
        int moved = 0;
        int stuck = 0;
        for (int seed = 0; seed < FLEETS; seed++) {
            PlanningProblem problem = RandomFleets.of(seed);
            DurationModel model = seed % 4 < 2 ? new MvmDurations() : PrecopyDurations.USUAL;
            Destinations destinations = seed % 2 == 0 ? Destinations.FIXED : Destinations.FREE;
            WholePlanner planner = new WholePlanner(problem, model);
            WholePlan plan = planner.plan(destinations, seed);
            String name = problem.name() + ", " + destinations + ", " + model;
            obeys(name, new PlanChecker(problem, model, destinations), plan);
            isNoWorse(name, plan, planner.plain(destinations));
            moved += plan.moves().size();
            stuck += plan.unmoved().size();
        }
        assertThat(moved).as("vms moved").isGreaterThan(FLEETS / 2);
        assertThat(stuck).as("vms that can't be moved").isGreaterThan(FLEETS / 4);
    }

    private static void obeys(String name, PlanChecker checker, WholePlan plan) {
        assertThat(checker.firstViolation(plan.moves(), plan.unmoved()))
                .as(name)
                .isEmpty();
        assertThat(plan.bound().seconds())
                .as("bound of " + name)
                .isLessThanOrEqualTo(plan.makespanMillis() / 1000.0 + ROUNDING_SECONDS);
        assertThat(plan.bound().bottleneck()).as("bottleneck of " + name).isNotBlank();
        assertThat(plan.unmoved()).extracting(Unmoved::reason).as(name).allMatch(reason -> reason.contains(" "));
    }

    private static void isNoWorse(String name, WholePlan plan, OrderedMoves plain) {
        assertThat(plan.moves().size())
                .as("moves of " + name)
                .isGreaterThanOrEqualTo(plain.moves().size());
        if (plan.moves().size() == plain.moves().size()) {
            assertThat(plan.makespanMillis()).as(name).isLessThanOrEqualTo(plain.makespanMillis());
        }
    }
}
