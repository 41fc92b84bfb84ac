package dev.drover.schema.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the zone table as it is now: what was committed, to the end, the last entry of each zone. */
public final class ZoneTableReader {
    private static final TopicPartition TABLE = new TopicPartition(Topics.ZONES, ZoneEntry.PARTITION);
    private static final Duration BEAT = Duration.ofMillis(100);

    private ZoneTableReader() {}

    /**
     * The table; empty when its topic is not there yet.
     *
     * @throws ZoneTableException when an entry can't be used
     * @throws TimeoutException when Kafka does not answer within {@code patience}
     * @throws org.apache.kafka.common.KafkaException when the address can't be one
     */
    public static ZoneTable read(String bootstrap, Duration patience) {
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            return exists(consumer) ? table(lastEntries(consumer, patience)) : ZoneTable.EMPTY;
        }
    }

    /** Only the last entry of a zone counts, so only that one has to be legible. */
    private static ZoneTable table(Map<String, ConsumerRecord<String, byte[]>> entries) {
        return ZoneTable.of(entries.values().stream().map(ZoneEntry::read).toList());
    }

    private static boolean exists(KafkaConsumer<String, byte[]> consumer) {
        return consumer.listTopics().containsKey(Topics.ZONES);
    }

    private static Map<String, ConsumerRecord<String, byte[]>> lastEntries(
            KafkaConsumer<String, byte[]> consumer, Duration patience) {
        consumer.assign(List.of(TABLE));
        consumer.seekToBeginning(List.of(TABLE));
        long end = consumer.endOffsets(List.of(TABLE)).getOrDefault(TABLE, 0L);
        Map<String, ConsumerRecord<String, byte[]>> entries = new LinkedHashMap<>();
        long deadline = System.nanoTime() + patience.toNanos();
        while (consumer.position(TABLE) < end) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("the zone table could not be read within " + patience.toSeconds() + " s");
            }
            consumer.poll(BEAT).forEach(entry -> entries.put(String.valueOf(entry.key()), entry));
        }
        return entries;
    }
}
