package dev.drover.schema.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.ZoneId;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneEntryTest {
    private static final ZoneLayout LAYOUT = new ZoneLayout(new ZoneId("fra1"), 3, List.of(12, 13));

    @Test
    void an_entry_is_plain_json_under_the_zones_name() {
        ProducerRecord<String, byte[]> record = ZoneEntry.write(LAYOUT);

        assertThat(record.topic()).isEqualTo("drover.zones");
        assertThat(record.partition()).isZero();
        assertThat(record.key()).isEqualTo("fra1");
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo("{\"zone\":\"fra1\",\"partition\":3,\"commandPartitions\":[12,13]}");
    }

    @Test
    void what_was_written_is_read_back() {
        assertThat(ZoneEntry.read(record(ZoneEntry.write(LAYOUT).value()))).isEqualTo(LAYOUT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | the record can't be parsed: Unrecognized token 'nonsense'",
                "{} | zone: is missing",
                "{\"zone\":\"fra1\",\"commandPartitions\":[1]} | partition: is missing",
                "{\"zone\":\"fra1\",\"partition\":-1,\"commandPartitions\":[1]} | partition: is -1; it must be at least 0",
                "{\"zone\":\"fra1\",\"partition\":\"1\",\"commandPartitions\":[1]} | partition: must be",
                "{\"zone\":\"fra1\",\"partition\":1,\"commandPartitions\":[]} | commandPartitions: is empty; a zone needs at "
                        + "least one",
                "{\"zone\":\"fra1\",\"partition\":1,\"commandPartitions\":[1,-4]} | commandPartitions: is -4; it must be",
                "{\"zone\":\"fra1\",\"partition\":1,\"commandPartitions\":[1,2,1]} | commandPartitions: is [1, 2, 1]; name "
                        + "each partition once",
                "{\"zone\":\"fra1\",\"partition\":1,\"commandPartitions\":[1],\"rack\":7} | rack: is not a known field",
                "{\"zone\":\"lon2\",\"partition\":1,\"commandPartitions\":[1]} | zone: is lon2, but the key is fra1"
            })
    void an_entry_that_can_not_be_used_is_named_with_its_zone_its_offset_and_the_cure(String value, String why) {
        assertThatThrownBy(() -> ZoneEntry.read(record(value.getBytes(UTF_8))))
                .isInstanceOf(ZoneTableException.class)
                .hasMessageStartingWith("the entry of zone fra1 in drover.zones at offset 17 can't be used: " + why)
                .hasMessageContaining("; write it again, like {\"zone\":\"z1\",\"partition\":0,\"commandPartitions\":"
                        + "[0,1,2,3]} under the key z1, or upgrade this program");
    }

    @Test
    void a_removed_entry_is_refused_since_the_zones_log_stays() {
        assertThatThrownBy(() -> ZoneEntry.read(new ConsumerRecord<>(Topics.ZONES, 0, 17, "fra1", null)))
                .isInstanceOf(ZoneTableException.class)
                .hasMessageContaining("it is empty, but zones are never removed: their logs stay; write it again");
    }

    private static ConsumerRecord<String, byte[]> record(byte[] value) {
        return new ConsumerRecord<>(Topics.ZONES, 0, 17, "fra1", value);
    }
}
