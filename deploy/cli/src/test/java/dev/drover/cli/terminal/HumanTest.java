package dev.drover.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HumanTest {
    @Test
    void bytesAreSaidInTheLargestUnitThatLeavesOneOrMore() {
        assertThat(Human.bytes(new Bytes(0))).isEqualTo("0 B");
        assertThat(Human.bytes(new Bytes(1023))).isEqualTo("1023 B");
        assertThat(Human.bytes(new Bytes(1536))).isEqualTo("1.5 KiB");
        assertThat(Human.bytes(Bytes.gibibytes(16))).isEqualTo("16.0 GiB");
        assertThat(Human.bytes(new Bytes(Long.MAX_VALUE))).isEqualTo("8192.0 PiB");
    }

    @Test
    void ratesAreSaidAsDataASecond() {
        assertThat(Human.rate(BitsPerSecond.mebibytesPerSecond(47))).isEqualTo("47.0 MiB/s");
    }

    @Test
    void durationsGrowFromMillisecondsToMinutes() {
        assertThat(Human.duration(Duration.ofMillis(850))).isEqualTo("850 ms");
        assertThat(Human.duration(Duration.ofMillis(12_340))).isEqualTo("12.3 s");
        assertThat(Human.duration(Duration.ofSeconds(245))).isEqualTo("4 min 05 s");
    }
}
