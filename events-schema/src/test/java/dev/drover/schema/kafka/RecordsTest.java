package dev.drover.schema.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
    private static final String SAMPLE = "dev.drover.report.rate-applied";
    private static final CloudEvent EVENT = new MessageCodec().encode(Samples.of(SAMPLE));

    @Test
    void a_record_goes_where_it_is_told_and_bears_the_time_of_its_message() {
        ProducerRecord<String, byte[]> record = Records.write("drover.inbox", 3, "r1-h1", EVENT);

        assertThat(record.topic()).isEqualTo("drover.inbox");
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.key()).isEqualTo("r1-h1");
        assertThat(record.timestamp())
                .isEqualTo(Instant.parse("2026-01-31T12:00:00.123Z").toEpochMilli());
    }

    @Test
    void attributes_are_headers_and_the_value_is_plain_json() {
        Wire wire = Wire.of(SAMPLE);

        assertThat(wire.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "fra1-r1-h1-3-1041"),
                        Map.entry("ce_source", "/zones/fra1"),
                        Map.entry("ce_type", SAMPLE),
                        Map.entry("ce_time", "2026-01-31T12:00:00.123456789Z"),
                        Map.entry("ce_typeversion", "1"),
                        Map.entry("ce_zone", "fra1"),
                        Map.entry("ce_actor", "operator:anna"),
                        Map.entry("ce_reason", "Lüfter tauschen, ticket 4711"),
                        Map.entry("ce_causationid", "fra1-m-000042-6"),
                        Map.entry("ce_correlationid", "evacuate-r1-h1"),
                        Map.entry("ce_host", "r1-h1"),
                        Map.entry("ce_incarnation", "3"),
                        Map.entry("ce_sequence", "1041")));
        assertThat(wire.body())
                .isEqualTo("{\"migration\":\"m-000042\",\"attempt\":2,\"command\":7,\"rateBitsPerSecond\":2348810240}");
    }

    @Test
    void a_record_without_any_header_is_no_event() {
        ConsumerRecord<String, byte[]> plain = new ConsumerRecord<>("topic", 0, 0, "key", "{}".getBytes());

        assertThat(Records.read(plain)).isEqualTo(noEvent("header 'ce_specversion' is not 1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "2.0", "", "one"})
    void only_version_1_0_of_cloudevents_is_read(String version) {
        assertThat(read(Wire.of(SAMPLE).with("ce_specversion", version)))
                .isEqualTo(noEvent("header 'ce_specversion' is not 1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type"})
    void an_attribute_that_cloudevents_requires_is_named_when_it_is_missing(String attribute) {
        assertThat(read(Wire.of(SAMPLE).without("ce_" + attribute)))
                .isEqualTo(new Decoding.Undecodable<>(new DecodeError.MissingAttribute(attribute)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ce_time         | yesterday                    | Invalid attribute/extension value for "time": yesterday
                ce_time         | 9999999999-01-01T00:00:00Z   | value for "time": 9999999999-01-01T00:00:00Z
                ce_source       | not a uri                    | Invalid attribute/extension value for "source": not a uri
                ce_dataschema   | %                            | Invalid attribute/extension value for "dataschema": %
                ce_not-allowed  | x                            | Invalid extensions name: not-allowed
                content-type    | application/cloudevents+json | Unknown encoding
                """)
    void what_cloudevents_does_not_allow_is_named(String header, String value, String words) {
        Decoding<CloudEvent> read = read(Wire.of(SAMPLE).with(header, value));

        assertThat(read.then(event -> new Decoding.Decoded<>("read: " + event)).orElse(DecodeError::explain))
                .startsWith("the record can't be parsed: it is no CloudEvent: ")
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_time", "ce_zone", "content-type"})
    void a_header_without_a_value_is_named(String header) {
        ConsumerRecord<String, byte[]> record = Wire.of(SAMPLE).consumed();
        record.headers().add(header, null);

        assertThat(Records.read(record)).isEqualTo(noEvent("header '" + header + "' has no value"));
    }

    @Test
    void headers_of_strangers_may_be_as_they_like() {
        ConsumerRecord<String, byte[]> record = Wire.of(SAMPLE).consumed();
        record.headers().add("foreign", null).add("", new byte[] {-1});

        assertThat(Records.read(record)).isInstanceOf(Decoding.Decoded.class);
    }

    @Test
    void of_a_header_that_stands_twice_the_last_counts() {
        ConsumerRecord<String, byte[]> record = Wire.of(SAMPLE).consumed();
        record.headers().add("ce_id", "later".getBytes(StandardCharsets.UTF_8));

        assertThat(Records.read(record).then(event -> new Decoding.Decoded<>(event.getId())))
                .isEqualTo(new Decoding.Decoded<>("later"));
    }

    private static Decoding<CloudEvent> read(Wire wire) {
        return Records.read(wire.consumed());
    }

    private static Decoding<CloudEvent> noEvent(String why) {
        return new Decoding.Undecodable<>(new DecodeError.Malformed("it is no CloudEvent: " + why));
    }
}
