package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.message.Message;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {
    @BeforeAll
    static void the_files_are_written_only_when_asked_for() {
        if (GoldenFile.writing()) {
            Samples.all().forEach(GoldenFile::write);
        }
    }

    static List<Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_message_is_written_as_its_golden_file_says(Sample sample) {
        assertThat(GoldenFile.render(Wire.of(sample.message()))).isEqualTo(golden(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_golden_file_is_read_as_the_message_it_was(Sample sample) {
        Decoding<? extends Message> read =
                GoldenFile.parse(golden(sample), sample.message()).read();

        assertThat(read).isEqualTo(new Decoding.Decoded<>(sample.message()));
    }

    @Test
    void every_golden_file_has_its_sample_and_every_sample_its_file() {
        assertThat(GoldenFile.names())
                .containsExactlyInAnyOrderElementsOf(
                        Samples.all().stream().map(Sample::name).toList());
    }

    private static String golden(Sample sample) {
        return GoldenFile.text(sample.name())
                .orElseThrow(() -> new AssertionError(
                        sample + " has no golden file; write it with -Ddrover.golden.write=true and review it"));
    }
}
