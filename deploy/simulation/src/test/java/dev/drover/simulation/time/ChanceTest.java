package dev.drover.simulation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void that_one_concern_asks_more_often_changes_nothing_for_another() {
        Chance asking = Chance.of(1);
        Chance one = asking.concerning("one");
        draws(one, 100);
        asking.between(1, 6);
        assertThat(draws(asking.concerning("two"), 20))
                .isEqualTo(draws(Chance.of(1).concerning("two"), 20));
    }

    @Test
    void concerns_and_seeds_have_luck_of_their_own() {
        assertThat(List.of(
                        draws(Chance.of(1).concerning("one"), 20),
                        draws(Chance.of(1).concerning("two"), 20),
                        draws(Chance.of(2).concerning("one"), 20)))
                .doesNotHaveDuplicates();
    }

    private static List<Integer> draws(Chance chance, int count) {
        return IntStream.range(0, count)
                .mapToObj(unused -> chance.between(0, 1_000_000))
                .toList();
    }
}
