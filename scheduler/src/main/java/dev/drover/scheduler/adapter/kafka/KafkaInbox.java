package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A zone's inbox on Kafka, read from wherever its state says. The group's offset, which each commit writes too, is only
 * compared with that: it is committed with the events, so it can't be ahead of them unless events were lost.
 */
final class KafkaInbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaInbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_INPUTS = 500;
    private static final String CURE =
            "restore them, or start the scheduler once with --accept-lost-inputs, and raise the topic's retention.ms";
    private static final String CURE_OF_EVENTS = "restore " + Topics.EVENTS
            + ", or start the scheduler once with --accept-lost-inputs to have these inputs answered anew";

    private final ZoneLayout layout;
    private final LostInputs lostInputs;
    private final MessageCodec codec = new MessageCodec();
    private final TopicPartition partition;
    private final KafkaConsumer<String, byte[]> consumer;

    /** {@code group} is whose offset is looked at; it is not joined. */
    KafkaInbox(String bootstrap, ZoneLayout layout, LostInputs lostInputs, String group) {
        this.layout = layout;
        this.lostInputs = lostInputs;
        this.partition = new TopicPartition(Topics.INBOX, layout.partition());
        this.consumer = new KafkaConsumer<>(settings(bootstrap, group));
    }

    /** Halts when inputs, or the answers to inputs, are gone. */
    void readFrom(Optional<InboxOffset> last) {
        long next = next(last);
        try {
            consumer.assign(List.of(partition));
            long answered = answered();
            if (answered > next) {
                lost(
                        "the inputs at offsets " + next + " to " + (answered - 1) + " of " + partition
                                + " were answered, but the answers are not in the log",
                        CURE_OF_EVENTS);
            }
            long first = consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            if (first > next) {
                lost(
                        "the inputs at offsets " + next + " to " + (first - 1) + " of " + partition
                                + " are gone and were never read",
                        CURE);
            }
            consumer.seek(partition, Math.max(first, next));
        } catch (KafkaException broken) {
            throw unreachable("looking at", broken);
        }
    }

    /** The next records, at most 500, as soon as there are any; after {@code wait} none. */
    List<InboxRecord> poll(Duration wait) {
        try {
            List<InboxRecord> records = new ArrayList<>();
            consumer.poll(wait).forEach(record -> records.add(read(record)));
            return records;
        } catch (OffsetOutOfRangeException gone) {
            throw new ZoneHaltedException("zone " + layout.zone() + " stops: " + gone.getMessage() + "; " + CURE);
        } catch (KafkaException broken) {
            throw unreachable("reading", broken);
        }
    }

    /** What a commit that answers everything up to {@code read} writes as the group's offset. */
    Map<TopicPartition, OffsetAndMetadata> answers(InboxOffset read) {
        return Map.of(partition, new OffsetAndMetadata(next(Optional.of(read))));
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
    }

    /** Up to where the group has it; the beginning where the group knows nothing, as groups expire. */
    private long answered() {
        return Optional.ofNullable(
                        consumer.committed(Set.of(partition), PATIENCE).get(partition))
                .map(OffsetAndMetadata::offset)
                .orElse(0L);
    }

    private void lost(String what, String cure) {
        switch (lostInputs) {
            case HALT -> throw new ZoneHaltedException("zone " + layout.zone() + " stops: " + what + "; " + cure);
            case ACCEPT -> LOG.warn("zone {} goes on as it was told, though {}", layout.zone(), what);
        }
    }

    private InboxRecord read(ConsumerRecord<String, byte[]> record) {
        return new InboxRecord(
                new InboxOffset(record.offset()),
                DeadLetters.raw(record),
                Records.read(record).then(codec::inbox).then(message -> Ownership.of(layout.zone(), message)));
    }

    private ZoneLogException unreachable(String doing, KafkaException cause) {
        return new ZoneLogException(
                doing + " the inbox of zone " + layout.zone() + " failed: " + cause.getMessage(), cause);
    }

    private static long next(Optional<InboxOffset> last) {
        return last.map(offset -> offset.value() + 1).orElse(0L);
    }

    /** Were the next input gone, reading on elsewhere by itself would lose others without a word. */
    private static Map<String, Object> settings(String bootstrap, String group) {
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_INPUTS);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }
}
