package dev.drover.scheduler.domain.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Problems;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanCheckerTest {
    private static final int B = 1;
    private static final int C = 2;
    private static final PlanningProblem PROBLEM = new Problems()
            .source("a", "r", 1000)
            .host("b", "r", 1000, 1, true)
            .source("c", "r", 1000)
            .vm("v0", "a", "b", 1000)
            .vm("v1", "a", "b", 1000)
            .problem();

    private static final PlannedMove FIRST = new PlannedMove(0, B, 0, 9000, 1000);
    private static final Unmoved SECOND_STAYS = new Unmoved(1, "stays");

    @Test
    void a_good_plan_has_no_violation() {
        assertThat(check(List.of(FIRST), List.of(SECOND_STAYS))).isEmpty();
    }

    @Test
    void a_vm_that_is_not_spoken_of_is_found() {
        assertThat(check(List.of(FIRST), List.of())).contains(new Violation.Forgotten("v1"));
    }

    @Test
    void a_vm_that_is_spoken_of_twice_is_found() {
        assertThat(check(List.of(FIRST, FIRST), List.of(SECOND_STAYS))).contains(new Violation.Repeated("v0"));
        assertThat(check(List.of(FIRST), List.of(SECOND_STAYS, new Unmoved(0, "stays too"))))
                .contains(new Violation.Repeated("v0"));
    }

    @Test
    void a_wrong_destination_is_found() {
        List<PlannedMove> toC = List.of(new PlannedMove(0, C, 0, 9000, 1000));
        assertThat(check(toC, List.of(SECOND_STAYS))).contains(new Violation.WrongDestination("v0", "c"));
        assertThat(new PlanChecker(PROBLEM, new MvmDurations(), Destinations.FREE)
                        .firstViolation(toC, List.of(SECOND_STAYS)))
                .contains(new Violation.WrongDestination("v0", "c"));
    }

    @Test
    void a_wrong_duration_or_rate_is_found() {
        assertThat(check(List.of(new PlannedMove(0, B, 0, 8000, 1000)), List.of(SECOND_STAYS)))
                .contains(new Violation.WrongDuration("v0", 1000, 8000));
        assertThat(check(List.of(new PlannedMove(0, B, 0, 18_000, 500)), List.of(SECOND_STAYS)))
                .contains(new Violation.WrongDuration("v0", 500, 18_000));
        assertThat(check(List.of(new PlannedMove(0, B, -1, 8999, 1000)), List.of(SECOND_STAYS)))
                .contains(new Violation.WrongDuration("v0", 1000, 9000));
    }

    @Test
    void an_overloaded_link_is_found_with_the_time() {
        List<PlannedMove> overlapping = List.of(FIRST, new PlannedMove(1, B, 8999, 17_999, 1000));
        assertThat(check(overlapping, List.of())).contains(new Violation.LinkOverloaded("a.tx", 8999, 2000, 1000));
    }

    @Test
    void an_overfull_host_is_found_with_the_time() {
        List<PlannedMove> both = List.of(FIRST, new PlannedMove(1, B, 9000, 18_000, 1000));
        assertThat(check(both, List.of()))
                .contains(new Violation.HostOverfull("b", 9000, new Demand(2048, 2), new Demand(1024, 1)));
    }

    @Test
    void a_vm_counts_at_its_source_until_it_has_left() {
        PlanningProblem chain = new Problems()
                .host("a", "r", 1000, 1, true)
                .host("b", "r", 1000, 1, true)
                .host("c", "r", 1000, 1, true)
                .vm("v0", "a", "b", 1000)
                .vm("v1", "b", "c", 1000)
                .problem();
        PlanChecker checker = new PlanChecker(chain, new MvmDurations(), Destinations.FIXED);
        PlannedMove away = new PlannedMove(1, 2, 0, 9000, 1000);

        assertThat(checker.firstViolation(List.of(new PlannedMove(0, 1, 9000, 18_000, 1000), away), List.of()))
                .isEmpty();
        assertThat(checker.firstViolation(List.of(new PlannedMove(0, 1, 8999, 17_999, 1000), away), List.of()))
                .contains(new Violation.HostOverfull("b", 8999, new Demand(2048, 2), new Demand(1024, 1)));
    }

    private static Optional<Violation> check(List<PlannedMove> moves, List<Unmoved> unmoved) {
        return new PlanChecker(PROBLEM, new MvmDurations(), Destinations.FIXED).firstViolation(moves, unmoved);
    }
}
