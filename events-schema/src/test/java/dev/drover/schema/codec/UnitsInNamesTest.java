package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitsInNamesTest {
    record Figures(
            Bytes memory,
            BitsPerSecond rate,
            Duration elapsed,
            Optional<Bytes> sent,
            Optional<Duration> blackout,
            long passes,
            String note) {}

    private static final Figures FIGURES = new Figures(
            Bytes.mebibytes(1),
            BitsPerSecond.megabits(1),
            Duration.ofSeconds(2),
            Optional.of(Bytes.ZERO),
            Optional.of(Duration.ofMillis(3)),
            4,
            "n");

    private final JsonMapper json = Json.forPrograms();

    @Test
    void a_name_ends_in_the_unit_of_its_type() throws JsonProcessingException {
        assertThat(json.writeValueAsString(FIGURES))
                .isEqualTo("{\"memoryBytes\":1048576,\"rateBitsPerSecond\":1000000,\"elapsedMillis\":2000,"
                        + "\"sentBytes\":0,\"blackoutMillis\":3,\"passes\":4,\"note\":\"n\"}");
    }

    @Test
    void it_is_read_by_the_same_names() throws JsonProcessingException {
        assertThat(json.readValue(json.writeValueAsString(FIGURES), Figures.class))
                .isEqualTo(FIGURES);
    }
}
