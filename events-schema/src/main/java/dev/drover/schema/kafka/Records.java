package dev.drover.schema.kafka;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventV1;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents as Kafka records in binary mode: attributes are headers, the value is plain JSON. */
public final class Records {
    private static final String PREFIX = "ce_";
    private static final String VERSION = PREFIX + CloudEventV1.SPECVERSION;
    private static final List<String> REQUIRED = List.of(CloudEventV1.ID, CloudEventV1.SOURCE, CloudEventV1.TYPE);

    private Records() {}

    /** The record for {@code event}. */
    public static ProducerRecord<String, byte[]> write(String topic, int partition, String key, CloudEvent event) {
        return KafkaMessageFactory.<String>createWriter(
                        topic,
                        partition,
                        event.getTime() == null
                                ? null
                                : event.getTime().toInstant().toEpochMilli(),
                        key)
                .writeBinary(event);
    }

    /** The event in {@code record}, or why it holds none. */
    public static Decoding<CloudEvent> read(ConsumerRecord<?, byte[]> record) {
        return objection(record.headers())
                .<Decoding<CloudEvent>>map(Decoding.Undecodable::new)
                .orElseGet(() -> parse(record));
    }

    /** The SDK answers each of these with another kind of exception, or not at all. */
    private static Optional<DecodeError> objection(Headers headers) {
        for (Header header : headers) {
            if (header.value() == null && isOurs(header.key())) {
                return Optional.of(noEvent("header '" + header.key() + "' has no value"));
            }
        }
        Header version = headers.lastHeader(VERSION);
        if (version == null || !"1.0".equals(new String(version.value(), StandardCharsets.UTF_8))) {
            return Optional.of(noEvent("header '" + VERSION + "' is not 1.0"));
        }
        for (String name : REQUIRED) {
            if (headers.lastHeader(PREFIX + name) == null) {
                return Optional.of(new DecodeError.MissingAttribute(name));
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(String header) {
        return header.startsWith(PREFIX) || header.equals("content-type");
    }

    private static Decoding<CloudEvent> parse(ConsumerRecord<?, byte[]> record) {
        try {
            return new Decoding.Decoded<>(
                    KafkaMessageFactory.createReader(record).toEvent());
        } catch (RuntimeException notAnEvent) { // whatever the SDK throws at foreign bytes, the reader goes on
            return new Decoding.Undecodable<>(noEvent(String.valueOf(notAnEvent.getMessage())));
        }
    }

    private static DecodeError noEvent(String why) {
        return new DecodeError.Malformed("it is no CloudEvent: " + why);
    }
}
