package dev.drover.scheduler.domain.plan.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Problems;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import dev.drover.scheduler.domain.plan.problem.Workload;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final MvmDurations MVM = new MvmDurations();

    @Test
    void vms_are_spread_over_hosts_that_are_equally_good() {
        Placement placement = free(new Problems()
                .source("a", "r", 1000)
                .source("b", "r", 1000)
                .target("c", "r", 1000)
                .target("d", "r", 1000)
                .vm("v0", "a", "a", 1000)
                .vm("v1", "b", "b", 1000)
                .problem());

        assertThat(placement.legs()).extracting(Leg::destination).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void a_narrow_uplink_keeps_vms_in_their_rack() {
        Placement placement = free(new Problems()
                .uplinks(100)
                .source("a", "r1", 1000)
                .target("far", "r2", 1000)
                .target("near", "r1", 1000)
                .vm("v0", "a", "a", 1000)
                .vm("v1", "a", "a", 1000)
                .problem());

        assertThat(placement.legs()).extracting(Leg::destination).containsOnly(2);
    }

    @Test
    void a_full_host_takes_no_more_and_the_reason_counts_the_hosts() {
        Placement placement = free(new Problems()
                .source("a", "r", 1000)
                .source("b", "r", 1000)
                .host("c", "r", 1000, 1, true)
                .vm("v0", "a", "a", 2000)
                .vm("v1", "a", "a", 1000)
                .problem());

        assertThat(placement.legs()).containsExactly(new Leg(0, 2));
        assertThat(placement.unmoved())
                .containsExactly(
                        new Unmoved(
                                1,
                                "has nowhere to go: of the other hosts 1 take no vms, 1 have no room left for 1024 MiB and 1 cpus"));
    }

    @Test
    void a_vm_on_a_host_that_takes_vms_stays() {
        PlanningProblem problem = new Problems()
                .target("a", "r", 1000)
                .target("b", "r", 1000)
                .vm("v", "a", "b", 1000)
                .problem();

        assertThat(free(problem)).isEqualTo(PlainPlacement.of(problem, MVM));
        assertThat(free(problem).legs()).isEmpty();
        assertThat(free(problem).unmoved()).isEmpty();
    }

    @Test
    void a_given_destination_out_of_reach_is_explained() {
        Workload restless = new Workload(1000, 500, 1, 0);
        Placement placement = GivenDestinations.of(
                new Problems()
                        .source("a", "r", 1000)
                        .target("b", "r", 1000)
                        .vm("v", "a", "b", restless)
                        .vm("stays", "a", "a", restless)
                        .problem(),
                MVM);

        assertThat(placement.legs()).isEmpty();
        assertThat(placement.unmoved())
                .containsExactly(
                        new Unmoved(0, "writes faster than 1000 Mbit/s carry, which is all there is from a to b"));
    }

    private static Placement free(PlanningProblem problem) {
        return FreePlacement.of(problem, MVM, 0);
    }
}
