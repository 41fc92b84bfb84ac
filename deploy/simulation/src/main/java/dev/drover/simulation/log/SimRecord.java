package dev.drover.simulation.log;

import dev.drover.scheduler.engine.RawRecord;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.message.Message;
import io.cloudevents.CloudEvent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A record as a broker keeps it: bytes, and nothing that only the sender knows. */
final class SimRecord {
    private static final MessageCodec CODEC = new MessageCodec();

    private final String key;
    private final List<Header> headers;
    private final byte[] value;

    private SimRecord(String key, Headers headers, byte[] value) {
        this.key = key;
        this.headers = List.of(headers.toArray());
        this.value = value;
    }

    /** The message under this key, as the production codec writes it. */
    static SimRecord of(String topic, String key, Message message) {
        ProducerRecord<String, byte[]> written = Records.write(topic, 0, key, CODEC.encode(message));
        return new SimRecord(key, written.headers(), written.value());
    }

    /** Bytes that nobody meant anything by. */
    static SimRecord garbage(byte[] bytes) {
        return new SimRecord("garbage", new RecordHeaders(), bytes.clone());
    }

    /** The same with another value, and one of its headers replaced. */
    SimRecord tampered(String header, String instead, byte[] otherValue) {
        RecordHeaders changed = new RecordHeaders();
        for (Header one : headers) {
            changed.add(one.key().equals(header) ? new RecordHeader(header, bytes(instead)) : one);
        }
        return new SimRecord(key, changed, otherValue.clone());
    }

    byte[] value() {
        return value.clone();
    }

    Decoding<CloudEvent> read() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                "simulated",
                0,
                0,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                key.length(),
                value.length,
                key,
                value,
                new RecordHeaders(headers),
                Optional.empty());
        return Records.read(record);
    }

    RawRecord raw() {
        List<RawRecord.Header> all = new ArrayList<>();
        headers.forEach(header -> all.add(new RawRecord.Header(header.key(), ByteBuffer.wrap(header.value()))));
        return new RawRecord(Optional.of(key), all, ByteBuffer.wrap(value));
    }

    void addTo(MessageDigest digest) {
        digest.update(bytes(key));
        headers.forEach(header -> {
            digest.update(bytes(header.key()));
            digest.update(header.value());
        });
        digest.update(value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
