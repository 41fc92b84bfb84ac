package dev.drover.agent.adapter.simulated.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {
    private static final Workload BUSY = new Workload(Bytes.mebibytes(100), BitsPerSecond.mebibytesPerSecond(50));

    @Test
    void what_is_written_elsewhere_comes_on_top() {
        Workload both = new Workload(BUSY.hotSet(), BUSY.dirtyRate(), BitsPerSecond.mebibytesPerSecond(3));
        Duration time = Duration.ofSeconds(4);
        assertThat(both.dirtiedOver(time)).isEqualTo(BUSY.dirtiedOver(time).plus(Bytes.mebibytes(12)));
        assertThat(both.throttled(50).coldRate()).isEqualTo(new BitsPerSecond(3 * 4 << 20));
    }

    @Test
    void an_idle_guest_dirties_nothing() {
        assertThat(Workload.IDLE.dirtiedOver(Duration.ofDays(1))).isEqualTo(Bytes.ZERO);
    }

    @Test
    void a_guest_without_a_hot_set_dirties_nothing_whatever_its_rate() {
        Workload nowhere = new Workload(Bytes.ZERO, BitsPerSecond.mebibytesPerSecond(50));
        assertThat(nowhere.dirtiedOver(Duration.ofDays(1))).isEqualTo(Bytes.ZERO);
    }

    @Test
    void in_no_time_nothing_is_dirtied() {
        assertThat(BUSY.dirtiedOver(Duration.ZERO)).isEqualTo(Bytes.ZERO);
    }

    @Test
    void at_first_nearly_every_write_dirties_another_page() {
        double writtenInAMillisecond = 50 * (1L << 20) / 1000.0;
        assertThat((double) BUSY.dirtiedOver(Duration.ofMillis(1)).value())
                .isCloseTo(writtenInAMillisecond, within(writtenInAMillisecond / 1000));
    }

    @Test
    void after_as_many_writes_as_the_hot_set_is_large_two_thirds_of_it_are_dirty() {
        double share = 1 - 1 / Math.E;
        assertThat((double) BUSY.dirtiedOver(Duration.ofSeconds(2)).value())
                .isCloseTo(share * (100L << 20), within(1.0));
    }

    @Test
    void in_the_end_the_hot_set_is_dirty_and_no_more() {
        assertThat(BUSY.dirtiedOver(Duration.ofHours(1))).isEqualTo(Bytes.mebibytes(100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 100, 1_000, 10_000})
    void more_time_dirties_more_but_twice_the_time_less_than_twice_as_much(long millis) {
        long once = BUSY.dirtiedOver(Duration.ofMillis(millis)).value();
        long twice = BUSY.dirtiedOver(Duration.ofMillis(2 * millis)).value();
        assertThat(twice).isGreaterThan(once).isLessThan(2 * once);
    }
}
