package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.unit.BitsPerSecond;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QemuRateTest {
    @ParameterizedTest(name = "{0} MiB/s: QEMU is told {1}")
    @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,5", "6,6", "7,7", "8,7", "9,8", "10,10", "12,12", "16,16", "20,20"})
    void qemu_is_told_what_makes_it_send_nearest_to_the_rate(long wanted, long told) {
        assertThat(QemuRate.toCommand(BitsPerSecond.mebibytesPerSecond(wanted))).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} bit/s")
    @ValueSource(longs = {0, 1, 8L << 19, 8L << 20})
    void it_is_told_at_least_one_mebibyte_per_second(long bits) {
        assertThat(QemuRate.toCommand(new BitsPerSecond(bits))).isEqualTo(1);
    }

    @Test
    void a_part_of_a_mebibyte_is_rounded_down() {
        long nearlySix = (6 * (8L << 20)) - 1;
        assertThat(QemuRate.toCommand(new BitsPerSecond(nearlySix))).isEqualTo(5);
    }

    @Test
    void it_is_never_told_more_than_the_rate_nor_a_mebibyte_per_second_less() {
        assertThat(LongStream.rangeClosed(1, 2000))
                .allSatisfy(wanted -> assertThat(QemuRate.toCommand(BitsPerSecond.mebibytesPerSecond(wanted)))
                        .isBetween(wanted - 1, wanted));
    }
}
