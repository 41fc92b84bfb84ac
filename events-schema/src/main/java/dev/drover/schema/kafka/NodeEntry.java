package dev.drover.schema.kafka;

import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.PlainJson;
import dev.drover.schema.id.NodeId;
import java.net.URI;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where a scheduler process can be asked, as it says itself. As a record its name is the key, plain JSON the value.
 *
 * @param address of its service, to which {@code /v1/...} is appended
 */
public record NodeEntry(NodeId node, URI address) {
    /** All entries are in one partition. */
    public static final int PARTITION = 0;

    private static final PlainJson<NodeEntry> JSON = new PlainJson<>(NodeEntry.class);

    /** As a record. */
    public ProducerRecord<String, byte[]> write() {
        return new ProducerRecord<>(Topics.NODES, PARTITION, node.value(), JSON.write(this));
    }

    /** What stands in {@code record}, or why nothing legible does. */
    public static Decoding<NodeEntry> read(ConsumerRecord<String, byte[]> record) {
        return JSON.read(record.value() == null ? new byte[0] : record.value());
    }
}
