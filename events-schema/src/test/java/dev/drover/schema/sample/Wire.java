package dev.drover.schema.sample;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.message.AgentMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.Message;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.schema.message.TelemetryMessage;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A message as it travels: the headers and the value of its Kafka record, which a test may spoil before it is read by
 * the decoder of its kind.
 */
public record Wire(Message original, SortedMap<String, String> headers, byte[] value) {
    private static final MessageCodec CODEC = new MessageCodec();

    /** As it is sent. */
    public static Wire of(Message message) {
        ProducerRecord<String, byte[]> sent = Records.write("topic", 0, "key", CODEC.encode(message));
        SortedMap<String, String> headers = new TreeMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Wire(message, headers, sent.value());
    }

    /** The sample of this name as it is sent. */
    public static Wire of(String sample) {
        return of(Samples.of(sample));
    }

    /** With another value of a header. */
    public Wire with(String header, String text) {
        return changed(headers -> headers.put(header, text));
    }

    /** Without a header. */
    public Wire without(String header) {
        return changed(headers -> headers.remove(header));
    }

    /** With another body. */
    public Wire holding(String json) {
        return holding(json.getBytes(StandardCharsets.UTF_8));
    }

    /** With another body, which need not be text. */
    public Wire holding(byte[] bytes) {
        return new Wire(original, headers, bytes);
    }

    /** With a change to the text of its body. */
    public Wire edited(UnaryOperator<String> edit) {
        return holding(edit.apply(body()));
    }

    /** The body as text. */
    public String body() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** As a consumer gets it. */
    public ConsumerRecord<String, byte[]> consumed() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("topic", 0, 5L, "key", value);
        headers.forEach((key, text) -> record.headers().add(key, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** What its reader makes of it. */
    public Decoding<? extends Message> read() {
        return Records.read(consumed()).then(event -> decode(event).then(Decoding.Decoded<Message>::new));
    }

    /** Why its reader can't read it. */
    public DecodeError error() {
        return switch (read()) {
            case Decoding.Undecodable<? extends Message>(DecodeError error) -> error;
            case Decoding.Decoded<? extends Message>(Message message) ->
                throw new AssertionError("it was read, as " + message);
        };
    }

    private Decoding<? extends Message> decode(CloudEvent event) {
        return switch (original) {
            case InboxMessage inbox -> CODEC.inbox(event);
            case EventMessage fact -> CODEC.event(event);
            case AgentMessage command -> CODEC.command(event);
            case TelemetryMessage sample -> CODEC.telemetry(event);
            case SnapshotMessage snapshot -> CODEC.snapshot(event);
        };
    }

    private Wire changed(Consumer<SortedMap<String, String>> change) {
        SortedMap<String, String> copy = new TreeMap<>(headers);
        change.accept(copy);
        return new Wire(original, copy, value);
    }
}
