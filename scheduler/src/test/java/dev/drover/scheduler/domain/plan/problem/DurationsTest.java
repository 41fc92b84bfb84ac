package dev.drover.scheduler.domain.plan.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationsTest {
    private static final MvmDurations MVM = new MvmDurations();
    private static final PrecopyDurations PRECOPY = PrecopyDurations.USUAL;
    private static final Workload BUSY = new Workload(16_384, 655, 4, 40);

    @Test
    void mvm_takes_the_whole_seconds_of_the_published_scenario() {
        assertThat(MVM.millis(new Workload(2000, 5, 3, 0), 1000)).hasValue(18_000);
        assertThat(MVM.millis(new Workload(2000, 96, 2, 3), 1000)).hasValue(20_000);
        assertThat(MVM.millis(new Workload(4000, 5, 3, 0), 1000)).hasValue(36_000);
        assertThat(MVM.millis(new Workload(4000, 96, 2, 3), 1000)).hasValue(38_000);
    }

    @Test
    void mvm_takes_a_second_at_least_and_the_whole_path() {
        assertThat(MVM.millis(new Workload(1, 0, 0, 0), 10_000)).hasValue(1000);
        assertThat(MVM.leastMbps(25_000)).isEqualTo(25_000);
        assertThat(MVM.leastMbit(new Workload(1, 0, 0, 0), 10_000)).isEqualTo(10_000);
    }

    @Test
    void a_guest_that_writes_faster_than_the_link_carries_never_arrives() {
        assertThat(MVM.millis(new Workload(1000, 1000, 1, 0), 9000)).isEmpty();
        assertThat(MVM.millis(new Workload(1000, 0, 0, 1000), 9000)).isEmpty();
        assertThat(PRECOPY.millis(new Workload(100_000, 10_000, 1, 0), 8000)).isEmpty();
        assertThat(PRECOPY.millis(Problems.IDLE_GIG, 0)).isEmpty();
        assertThat(MVM.millis(Problems.IDLE_GIG, 0)).isEmpty();
    }

    @Test
    void an_idle_guest_is_sent_once() {
        assertThat(PRECOPY.millis(Problems.IDLE_GIG, 8000)).hasValue(1000);
        assertThat(PRECOPY.leastMbit(Problems.IDLE_GIG, 8000)).isEqualTo(8000);
    }

    @Test
    void a_faster_copy_sends_less() {
        double before = Double.POSITIVE_INFINITY;
        for (long mbps = 2000; mbps <= 40_000; mbps += 500) {
            double mbit = PRECOPY.leastMbit(BUSY, mbps);
            assertThat(mbit).as("at %d Mbit/s", mbps).isLessThanOrEqualTo(before);
            before = mbit;
        }
        assertThat(PRECOPY.leastMbit(BUSY, 2000)).isGreaterThan(1.1 * PRECOPY.leastMbit(BUSY, 40_000));
    }

    @Test
    void what_a_guest_writes_saturates() {
        Workload rewritesOnePage = new Workload(10_000, 100, 0.001, 0);
        assertThat(PRECOPY.millis(rewritesOnePage, 8000).orElseThrow()).isEqualTo(10_100);
    }

    @Test
    void half_of_a_path_is_enough_to_begin_with() {
        assertThat(PRECOPY.leastMbps(25_001)).isEqualTo(12_501);
        assertThat(PRECOPY.leastMbps(1)).isEqualTo(1);
    }
}
