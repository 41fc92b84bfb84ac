package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    static List<Sample> samples() {
        return Stream.concat(Samples.all().stream(), Samples.bare().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_was_written_is_read_as_it_was(Sample sample) {
        assertThat(Wire.of(sample.message()).read()).isEqualTo(new Decoding.Decoded<>(sample.message()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_absent_is_not_written_at_all(Sample sample) {
        Wire wire = Wire.of(sample.message());

        assertThat(wire.body()).doesNotContain("null", "Optional", "empty\"");
        assertThat(wire.headers().values()).noneMatch(value -> value.isEmpty() || value.contains("Optional"));
    }
}
