package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.NodeEntry;
import dev.drover.schema.kafka.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where each node can be asked. The group knows the nodes, but not this: Kafka keeps what a member with a name of its
 * own said when it first joined, however often it restarts. Safe for many threads.
 */
public final class NodeDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeDirectory.class);
    private static final TopicPartition ENTRIES = new TopicPartition(Topics.NODES, NodeEntry.PARTITION);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BEAT = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<NodeId, URI> known = new TreeMap<>();

    /** Reads nothing yet. */
    public NodeDirectory(String bootstrap) {
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.consumer = new KafkaConsumer<>(settings);
        consumer.assign(List.of(ENTRIES));
        consumer.seekToBeginning(List.of(ENTRIES));
    }

    /** Tells all nodes, those to come too. Throws {@link ZoneLogException} when Kafka does not take it. */
    public static void announce(String bootstrap, NodeEntry entry) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(ClientSettings.producer(bootstrap))) {
            var unused = producer.send(entry.write()).get();
        } catch (ExecutionException | KafkaException refused) {
            throw new ZoneLogException("saying where this node can be asked failed: " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ZoneLogException("interrupted while saying where this node can be asked", interrupted);
        }
    }

    /** What the node said last. Throws {@link ZoneLogException} when Kafka does not answer. */
    public synchronized Optional<URI> find(NodeId node) {
        try {
            readOn();
        } catch (KafkaException silent) {
            throw new ZoneLogException("looking for node " + node + " failed: " + silent.getMessage(), silent);
        }
        return Optional.ofNullable(known.get(node));
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }

    private void readOn() {
        long end = consumer.endOffsets(List.of(ENTRIES)).getOrDefault(ENTRIES, 0L);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(ENTRIES) < end && System.nanoTime() - deadline < 0) {
            consumer.poll(BEAT).forEach(this::take);
        }
    }

    /** An entry that can't be read leaves its node without an address, and the others with theirs. */
    private void take(ConsumerRecord<String, byte[]> record) {
        switch (NodeEntry.read(record)) {
            case Decoding.Decoded<NodeEntry>(NodeEntry entry) -> known.put(entry.node(), entry.address());
            case Decoding.Undecodable<NodeEntry>(DecodeError error) ->
                LOG.warn("the entry of {} in {} can't be used: {}", record.key(), Topics.NODES, error.explain());
        }
    }
}
