package dev.drover.cli.topic;

import dev.drover.cli.process.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics with nothing but Kafka's client. */
public final class Topic {
    private static final Duration WAIT = Duration.ofMillis(50);

    private Topic() {}

    /** What was committed to it so far, partition by partition, each in its order. */
    public static List<Line> read(String bootstrap, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrap)) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<Line> lines = new ArrayList<>();
            Until.holds("the end of " + topic, Duration.ofSeconds(60), () -> {
                consumer.poll(WAIT).forEach(record -> lines.add(Line.of(record)));
                return all.stream().allMatch(one -> consumer.position(one) >= ends.get(one));
            });
            lines.sort((one, other) -> Integer.compare(one.partition(), other.partition()));
            return lines;
        }
    }

    /** A consumer of what is committed, without a group. */
    public static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("reconnect.backoff.max.ms", 200);
        return new KafkaConsumer<>(settings);
    }
}
