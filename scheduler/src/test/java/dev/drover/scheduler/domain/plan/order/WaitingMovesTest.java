package dev.drover.scheduler.domain.plan.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingMovesTest {
    private static final int RANKS = 500;
    private static final int STEPS = 20_000;

    @Test
    void whoever_has_the_lowest_rank_is_first_whatever_came_and_went() {
        SplittableRandom chance = new SplittableRandom(1);
        WaitingMoves waiting = new WaitingMoves(2, RANKS);
        List<TreeSet<Integer>> expected =
                Stream.generate(TreeSet<Integer>::new).limit(2).toList();
        for (int step = 0; step < STEPS; step++) {
            int thing = chance.nextInt(2);
            int rank = chance.nextInt(RANKS);
            if (chance.nextBoolean() && expected.stream().noneMatch(ranks -> ranks.contains(rank))) {
                waiting.add(thing, rank);
                expected.get(thing).add(rank);
            } else if (!expected.get(thing).isEmpty()) {
                waiting.removeFirst(thing);
                expected.get(thing).pollFirst();
            }
            int first = expected.get(thing).isEmpty()
                    ? WaitingMoves.NOBODY
                    : expected.get(thing).first();
            assertThat(waiting.first(thing)).isEqualTo(first);
        }
    }
}
