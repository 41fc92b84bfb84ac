package dev.drover.cli.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as any program would read it: its headers as text, its value as JSON if it is some. */
public record Line(
        String topic, int partition, long offset, String key, SortedMap<String, String> headers, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A record as it came. */
    public static Line of(ConsumerRecord<String, byte[]> record) {
        SortedMap<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Line(
                record.topic(),
                record.partition(),
                record.offset(),
                String.valueOf(record.key()),
                headers,
                json(Optional.ofNullable(record.value())));
    }

    /** What follows {@code dev.drover.} in its type; empty without one. */
    public String type() {
        return header("ce_type")
                .map(type -> type.replaceFirst("^dev\\.drover\\.", ""))
                .orElse("");
    }

    /** Whether that is its type. */
    public boolean is(String type) {
        return type().equals(type);
    }

    /** A header as text. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A header that holds a number. */
    public OptionalLong number(String header) {
        return header(header).stream().mapToLong(Long::parseLong).findFirst();
    }

    /** The text in this field of its body; empty text without one. */
    public String text(String field) {
        return body.path(field).asText();
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + " " + type() + " "
                + header("ce_id").orElse("") + " " + body;
    }

    private static JsonNode json(Optional<byte[]> value) {
        try {
            return value.isEmpty() ? MissingNode.getInstance() : JSON.readTree(value.get());
        } catch (IOException none) {
            return MissingNode.getInstance();
        }
    }
}
