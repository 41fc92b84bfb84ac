package dev.drover.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.check.PlanChecker;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.PrecopyDurations;
import dev.drover.scheduler.domain.plan.whole.WholePlan;
import dev.drover.scheduler.domain.plan.whole.WholePlanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInstancesTest {
    private static final double MILLIS_A_SECOND = 1000;
    private static final double MOST_OVER_FREE_BOUND = 1.02;

    @ParameterizedTest
    @CsvSource({
        "mix-100,     206, 206,    206",
        "mix-400,     341, 341,    341",
        "rack25-100,  183, 182.75, 184",
        "rack25-2000, 382, 381.75, 383",
        "ucc15-x1,    274, 268.8,  278",
        "ucc15-x4,    112, 112,    112"
    })
    void with_fixed_destinations_a_plan_ends_by_then(String name, long mostSeconds, double bound, long plain) {
        PlanningProblem problem = Instances.read(name);
        WholePlanner planner = new WholePlanner(problem, new MvmDurations());
        WholePlan plan = planner.plan(Destinations.FIXED, 1);

        isWhole(problem, new MvmDurations(), Destinations.FIXED, plan);
        assertThat(plan.makespanMillis()).isLessThanOrEqualTo(mostSeconds * 1000);
        assertThat(plan.bound().seconds()).isEqualTo(bound);
        assertThat(planner.plain(Destinations.FIXED).makespanMillis())
                .as("the yardstick is the published one")
                .isEqualTo(plain * 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mix-100", "mix-400", "rack25-100", "rack25-2000", "ucc15-x1", "ucc15-x4"})
    void with_free_destinations_a_plan_comes_close_to_the_bound(String name) {
        PlanningProblem problem = Instances.read(name);
        for (DurationModel model : new DurationModel[] {new MvmDurations(), PrecopyDurations.USUAL}) {
            WholePlan plan = new WholePlanner(problem, model).plan(Destinations.FREE, 1);

            isWhole(problem, model, Destinations.FREE, plan);
            assertThat(plan.makespanMillis())
                    .isLessThanOrEqualTo((long) (plan.bound().seconds() * MOST_OVER_FREE_BOUND * MILLIS_A_SECOND));
        }
    }

    private static void isWhole(
            PlanningProblem problem, DurationModel model, Destinations destinations, WholePlan plan) {
        assertThat(plan.moves()).hasSize(problem.vms().size());
        assertThat(new PlanChecker(problem, model, destinations).firstViolation(plan.moves(), plan.unmoved()))
                .isEmpty();
    }
}
