package dev.drover.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloorTest {
    private static final Growth SLOWER_THAN_LOG = new Growth(10_000, 10, 1.14, 1.33);
    private static final Growth FASTER_THAN_LOG = new Growth(100_000, 100, 2, 1.67);

    @Test
    void the_worst_growth_decides() {
        assertThat(Floor.ofGrowth(List.of(SLOWER_THAN_LOG)))
                .hasValueSatisfying(floor -> assertThat(floor.held()).isTrue());
        assertThat(Floor.ofGrowth(List.of(SLOWER_THAN_LOG, FASTER_THAN_LOG))).hasValueSatisfying(floor -> {
            assertThat(floor.held()).isFalse();
            assertThat(floor.worst()).isEqualTo(1.67 / 2);
        });
    }

    @Test
    void of_one_size_nothing_is_said() {
        assertThat(Floor.ofGrowth(List.of())).isEmpty();
    }
}
