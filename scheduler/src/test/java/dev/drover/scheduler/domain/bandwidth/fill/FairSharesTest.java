package dev.drover.scheduler.domain.bandwidth.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairSharesTest {
    private static final int ROUNDS = 400;
    private static final int CHANGES = 30;

    @Test
    void what_one_cannot_use_is_its_neighbours() {
        RandomFlows flows = RandomFlows.over(10, 100);
        flows.put(0, new int[] {0, 1}, 1, 0, 1000);
        flows.put(1, new int[] {1}, 1, 0, 1000);
        assertThat(flows.settled()).containsExactly(10, 90);
    }

    @Test
    void who_weighs_twice_as_much_gets_twice_as_much() {
        RandomFlows flows = RandomFlows.over(90);
        flows.put(0, new int[] {0}, 1, 0, 1000);
        flows.put(1, new int[] {0}, 2, 0, 1000);
        assertThat(flows.settled()).containsExactly(30, 60);
    }

    @Test
    void a_floor_is_kept_and_a_ceiling_too() {
        RandomFlows flows = RandomFlows.over(90);
        flows.put(0, new int[] {0}, 1, 50, 1000);
        flows.put(1, new int[] {0}, 1, 0, 10);
        flows.put(2, new int[] {0}, 1, 0, 1000);
        assertThat(flows.settled()).containsExactly(50, 10, 30);
    }

    @Test
    void floors_that_do_not_fit_are_cut_alike() {
        RandomFlows flows = RandomFlows.over(24);
        flows.put(0, new int[] {0}, 1, 8, 1000);
        flows.put(1, new int[] {0}, 1, 24, 1000);
        assertThat(flows.settled()).containsExactly(6, 18);
    }

    @Test
    void remainders_are_handed_out_to_who_has_least_for_its_weight() {
        RandomFlows flows = RandomFlows.over(11);
        flows.put(0, new int[] {0}, 1, 0, 1000);
        flows.put(1, new int[] {0}, 1, 0, 1000);
        flows.put(2, new int[] {0}, 2, 0, 1000);
        assertThat(flows.settled()).containsExactly(3, 3, 5);
    }

    @Test
    void rates_are_feasible_work_conserving_and_fair() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            RandomFlows flows = RandomFlows.of(random);
            flows.settled();
            flows.assertThatTheyFit();
            flows.assertThatNothingIsLeftThatSomebodyCouldUse();
            flows.assertThatWhoIsHeldBackHasAsMuchAsTheOthersThere();
        }
    }

    @Test
    void what_changes_gives_the_rates_that_all_gives() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            RandomFlows flows = RandomFlows.of(random);
            for (int change = 0; change < CHANGES; change++) {
                flows.change(random);
                assertThat(flows.settled()).containsExactly(flows.copy(random).settled());
            }
        }
    }

    @Test
    void a_change_names_those_that_got_another_rate_and_no_others() {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            RandomFlows flows = RandomFlows.of(random);
            int[] before = flows.settled();
            flows.change(random);
            int[] named = flows.shares().settle();
            int[] after = flows.settled();
            assertThat(IntStream.of(named).filter(flows::has))
                    .containsExactlyElementsOf(IntStream.range(0, after.length)
                            .filter(flow -> flows.has(flow) && after[flow] != (flow < before.length ? before[flow] : 0))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void who_shares_no_link_with_a_change_keeps_its_rate() {
        RandomFlows flows = RandomFlows.over(11, 7);
        flows.put(0, new int[] {0}, 1, 0, 1000);
        flows.put(1, new int[] {0}, 1, 0, 1000);
        flows.put(2, new int[] {1}, 1, 0, 1000);
        flows.settled();
        flows.put(3, new int[] {1}, 1, 0, 1000);
        assertThat(flows.shares().settle()).containsExactly(2, 3);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        FairShares shares = new FairShares(new long[] {1});
        assertThatThrownBy(() -> shares.put(0, new int[] {0}, 0, 0, 1)).hasMessageContaining("weight is 0");
        assertThatThrownBy(() -> shares.put(0, new int[] {0}, 1, -1, 1)).hasMessageContaining("floor is -1");
        assertThatThrownBy(() -> shares.resize(0, -1)).hasMessageContaining("capacity is -1");
    }
}
