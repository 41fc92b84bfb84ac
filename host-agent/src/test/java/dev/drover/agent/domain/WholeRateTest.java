package dev.drover.agent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.unit.BitsPerSecond;
import org.junit.jupiter.api.Test;

class WholeRateTest {
    @Test
    void a_rate_is_rounded_down_to_whole_mebibytes_each_second() {
        BitsPerSecond almostThree = new BitsPerSecond(3 * (8L << 20) - 1);
        assertThat(WholeRate.of(almostThree)).isEqualTo(BitsPerSecond.mebibytesPerSecond(2));
    }

    @Test
    void the_least_rate_is_one_mebibyte_each_second() {
        assertThat(WholeRate.of(BitsPerSecond.ZERO)).isEqualTo(BitsPerSecond.mebibytesPerSecond(1));
    }
}
