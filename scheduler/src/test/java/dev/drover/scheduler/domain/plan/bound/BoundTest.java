package dev.drover.scheduler.domain.plan.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.place.FreePlacement;
import dev.drover.scheduler.domain.plan.place.GivenDestinations;
import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Problems;
import org.junit.jupiter.api.Test;

class BoundTest {
    private static final MvmDurations MVM = new MvmDurations();

    @Test
    void one_vm_is_its_own_bound() {
        PlanningProblem problem = new Problems()
                .source("a", "r", 1000)
                .target("b", "r", 1000)
                .vm("v", "a", "b", 1000)
                .problem();

        assertThat(fixed(problem)).isEqualTo(new LowerBound(9, "v"));
        assertThat(free(problem)).isEqualTo(new LowerBound(9, "v"));
    }

    @Test
    void a_link_that_all_have_to_cross_is_named() {
        PlanningProblem problem = new Problems()
                .source("a", "r", 1000)
                .source("b", "r", 1000)
                .target("c", "r", 1000)
                .target("d", "r", 1000)
                .vm("v0", "a", "c", 1000)
                .vm("v1", "b", "c", 1000)
                .problem();

        assertThat(fixed(problem)).isEqualTo(new LowerBound(18, "c.rx"));
        assertThat(free(problem)).as("the other host is as good").isEqualTo(new LowerBound(9, "v0"));
    }

    @Test
    void all_hosts_that_take_vms_can_be_too_few_together() {
        PlanningProblem problem = new Problems()
                .source("a", "r", 1000)
                .source("b", "r", 1000)
                .source("c", "r", 1000)
                .target("d", "r", 1000)
                .target("e", "r", 1000)
                .vm("v0", "a", "d", 1000)
                .vm("v1", "b", "d", 1000)
                .vm("v2", "c", "d", 1000)
                .problem();

        assertThat(free(problem).seconds()).isEqualTo(13.5);
        assertThat(free(problem).bottleneck()).isEqualTo("d.rx + e.rx");
    }

    @Test
    void an_uplink_can_be_what_is_too_narrow() {
        PlanningProblem problem = new Problems()
                .uplinks(2000)
                .source("a", "r1", 1000)
                .source("b", "r1", 1000)
                .source("c", "r1", 1000)
                .target("d", "r2", 1000)
                .target("e", "r2", 1000)
                .target("f", "r2", 1000)
                .vm("v0", "a", "d", 1000)
                .vm("v1", "b", "e", 1000)
                .vm("v2", "c", "f", 1000)
                .problem();

        assertThat(fixed(problem)).isEqualTo(new LowerBound(13.5, "r1.tx"));
        assertThat(free(problem).seconds()).isEqualTo(13.5);
        assertThat(free(problem).bottleneck()).isIn("r1.tx", "r2.rx");
    }

    @Test
    void what_stays_within_its_rack_does_not_load_the_uplink() {
        PlanningProblem problem = new Problems()
                .uplinks(100)
                .source("a", "r1", 1000)
                .target("b", "r1", 1000)
                .target("c", "r2", 1000)
                .vm("v0", "a", "b", 1000)
                .vm("v1", "a", "b", 1000)
                .problem();

        assertThat(free(problem)).isEqualTo(new LowerBound(18, "a.tx"));
    }

    @Test
    void nothing_to_move_takes_no_time_and_says_so() {
        PlanningProblem problem =
                new Problems().source("a", "r", 1000).target("b", "r", 1000).problem();

        assertThat(fixed(problem)).isEqualTo(LowerBound.NONE);
        assertThat(free(problem)).isEqualTo(LowerBound.NONE);
    }

    @Test
    void a_vm_that_can_get_nowhere_is_left_out() {
        PlanningProblem problem =
                new Problems().source("a", "r", 1000).vm("v", "a", "a", 1000).problem();

        assertThat(free(problem)).isEqualTo(LowerBound.NONE);
    }

    private static LowerBound fixed(PlanningProblem problem) {
        return FixedBound.of(problem, MVM, GivenDestinations.of(problem, MVM).legs());
    }

    private static LowerBound free(PlanningProblem problem) {
        return FreeBound.of(problem, MVM, FreePlacement.homeless(problem));
    }
}
