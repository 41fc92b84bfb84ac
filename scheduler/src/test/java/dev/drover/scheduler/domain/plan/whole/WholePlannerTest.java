package dev.drover.scheduler.domain.plan.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.PrecopyDurations;
import dev.drover.scheduler.domain.plan.problem.Problems;
import dev.drover.scheduler.domain.plan.problem.RandomFleets;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import dev.drover.schema.id.InvalidValueException;
import org.junit.jupiter.api.Test;

class WholePlannerTest {
    @Test
    void nothing_to_move_is_a_plan_too() {
        PlanningProblem empty =
                new Problems().source("a", "r", 1000).target("b", "r", 1000).problem();
        for (Destinations destinations : Destinations.values()) {
            WholePlan plan = new WholePlanner(empty, new MvmDurations()).plan(destinations, 1);
            assertThat(plan.moves()).isEmpty();
            assertThat(plan.makespanMillis()).isZero();
            assertThat(plan.bound().bottleneck()).isEqualTo("nothing to move");
        }
    }

    @Test
    void one_that_cannot_move_keeps_no_other_from_moving() {
        WholePlan plan = new WholePlanner(
                        new Problems()
                                .host("a", "r", 1000, 1, true)
                                .host("b", "r", 1000, 1, true)
                                .host("c", "r", 1000, 1, true)
                                .source("d", "r", 1000)
                                .vm("v0", "a", "b", 1000)
                                .vm("v1", "b", "a", 1000)
                                .vm("v2", "d", "c", 1000)
                                .problem(),
                        new MvmDurations())
                .plan(Destinations.FIXED, 1);

        assertThat(plan.moves()).containsExactly(new PlannedMove(2, 2, 0, 9000, 1000));
        assertThat(plan.unmoved()).extracting(Unmoved::vm).containsExactly(0, 1);
        assertThat(plan.unmoved().getFirst().reason()).startsWith("never finds room on b");
        assertThat(plan.bound().seconds()).as("of what moves").isEqualTo(9);
    }

    @Test
    void links_of_different_sizes_are_busy_side_by_side() {
        WholePlan plan = new WholePlanner(
                        new Problems()
                                .source("a", "r", 3000)
                                .target("b", "r", 1000)
                                .target("c", "r", 2000)
                                .vm("v0", "a", "b", 1000)
                                .vm("v1", "a", "b", 1000)
                                .vm("v2", "a", "c", 4000)
                                .problem(),
                        new MvmDurations())
                .plan(Destinations.FIXED, 1);

        assertThat(plan.makespanMillis()).isEqualTo(18_000);
    }

    @Test
    void a_rate_that_others_leave_is_taken_where_it_is_the_plans_to_choose() {
        PlanningProblem problem = new Problems()
                .source("a", "r", 1000)
                .source("b", "r", 1000)
                .target("c", "r", 1500)
                .vm("v0", "a", "c", 3000)
                .vm("v1", "b", "c", 1500)
                .problem();
        WholePlan plan = new WholePlanner(problem, PrecopyDurations.USUAL).plan(Destinations.FIXED, 1);

        assertThat(plan.moves()).extracting(PlannedMove::rateMbps).containsExactly(1000L, 500L);
        assertThat(plan.makespanMillis()).isEqualTo(24_000);
    }

    @Test
    void the_same_seed_makes_the_same_plan() {
        for (int seed = 0; seed < 50; seed++) {
            WholePlanner planner = new WholePlanner(RandomFleets.of(seed), PrecopyDurations.USUAL);
            assertThat(planner.plan(Destinations.FIXED, seed)).isEqualTo(planner.plan(Destinations.FIXED, seed));
        }
    }

    @Test
    void what_would_take_centuries_is_refused() {
        PlanningProblem problem = new Problems()
                .source("a", "r", 1)
                .target("b", "r", 1)
                .vm("v", "a", "b", 1e12)
                .problem();
        assertThatThrownBy(() -> new WholePlanner(problem, new MvmDurations()).plan(Destinations.FIXED, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("centuries");
    }
}
