package dev.drover.bench.race.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseReaderTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_left_out_is_as_usual() throws IOException {
        Noise noise = NoiseReader.read(file("{\"failure_probability\": 0.5}"));
        assertThat(noise).isEqualTo(new Noise(0.25, 0.5, 2, 1_000, 300, true));
        assertThat(NoiseReader.read(file("{}"))).isEqualTo(Noise.USUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"failure_probabilty\": 0}|field failure_probabilty is not known; did you mean failure_probability?",
                "{\"downtime_ms\": 5}|field downtime_ms is not known; did you mean downtime_limit_ms?",
                "{\"failure_probability\": 2}|failure_probability is 2; give 0 to 1",
                "{\"dirty_rate_sigma\": -0.5}|dirty_rate_sigma is -0.5; give 0 to 2",
                "{\"most_failures\": 101}|most_failures is 101; give 0 to 100",
                "{\"retry_after_ms\": -1}|retry_after_ms is -1; give 0 to 3600000",
                "{\"downtime_limit_ms\": 0}|downtime_limit_ms is 0; give 1 to 3600000",
                "{\"auto_converge\": \"yes\"}|field auto_converge has a value of the wrong kind",
                "{\"most_failures\": 1.5}|field most_failures has a value of the wrong kind",
                "{\"most_failures\": null}|field most_failures has a value of the wrong kind",
                "{\"most_failures\": 1, \"most_failures\": 2}|is not JSON: Duplicate",
                "{\"most_failures\": 1|is not JSON",
                "[]|has a value of the wrong kind",
                "{} {}|wrong kind"
            })
    void what_it_must_not_say_is_refused_with_the_field_and_the_cure(String json, String message) throws IOException {
        Path file = file(json);
        assertThatThrownBy(() -> NoiseReader.read(file))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("noise.json")
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> NoiseReader.read(folder.resolve("missing.json")))
                .hasMessageContaining("missing.json does not exist; name a file");
        assertThatThrownBy(() -> NoiseReader.read(folder)).hasMessageContaining("can't be read");
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("noise.json"), json);
    }
}
