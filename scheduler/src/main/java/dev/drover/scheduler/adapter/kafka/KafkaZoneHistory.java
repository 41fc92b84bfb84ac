package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.SlotFooter;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** A zone's past on Kafka: its partition of the events and of the snapshots. Reads only what was committed. */
public final class KafkaZoneHistory implements ZoneHistory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Read(long offset, Decoding<EventMessage> content) {}

    private final ZoneLayout layout;
    private final MessageCodec codec = new MessageCodec();
    private final TopicPartition events;
    private final KafkaConsumer<String, byte[]> consumer;
    private final SnapshotSearch snapshots;

    /** Reads nothing yet. */
    public KafkaZoneHistory(String bootstrap, ZoneLayout layout) {
        this.layout = layout;
        this.events = new TopicPartition(Topics.EVENTS, layout.partition());
        this.consumer = new KafkaConsumer<>(settings(bootstrap));
        this.snapshots = new SnapshotSearch(consumer, new TopicPartition(Topics.SNAPSHOTS, layout.partition()));
    }

    @Override
    public Optional<StoredSnapshot> snapshotOutside(Set<Slot> slots) {
        try {
            return snapshots.outside(slots);
        } catch (KafkaException broken) {
            throw unreachable("reading the snapshots", broken);
        }
    }

    @Override
    public Optional<SlotFooter> newestFooter() {
        try {
            return snapshots.newestFooter();
        } catch (KafkaException broken) {
            throw unreachable("looking for the newest snapshot", broken);
        }
    }

    @Override
    public void readFrom(LogPosition from) {
        try {
            consumer.assign(List.of(events));
            long first = consumer.beginningOffsets(List.of(events), PATIENCE).getOrDefault(events, 0L);
            if (first > from.value()) {
                throw gone("begins at offset " + first, from);
            }
            LogPosition end = end();
            if (end.isBefore(from)) {
                throw gone("ends at offset " + end.value(), from);
            }
            consumer.seek(events, from.value());
        } catch (KafkaException broken) {
            throw unreachable("looking at the log", broken);
        }
    }

    @Override
    public LogPosition position() {
        try {
            return new LogPosition(consumer.position(events, PATIENCE));
        } catch (KafkaException broken) {
            throw unreachable("reading the log", broken);
        }
    }

    @Override
    public LogPosition end() {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(events), PATIENCE);
            return new LogPosition(ends.getOrDefault(events, 0L));
        } catch (KafkaException broken) {
            throw unreachable("looking for the end of the log", broken);
        }
    }

    @Override
    public List<LoggedEvent> poll(Duration wait) {
        try {
            return consumer.poll(wait).records(events).parallelStream() // decoding takes most of a takeover
                    .map(record -> new Read(record.offset(), event(record)))
                    .toList()
                    .stream()
                    .map(this::legible)
                    .toList();
        } catch (KafkaException broken) {
            throw unreachable("reading the log", broken);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
    }

    private Decoding<EventMessage> event(ConsumerRecord<String, byte[]> record) {
        return Records.read(record).then(codec::event).then(event -> Ownership.of(layout.zone(), event));
    }

    /** In the order of the log, so that the first that can't be read is the one that is named. */
    private LoggedEvent legible(Read read) {
        EventMessage event = read.content().orElse(error -> {
            throw new ZoneHaltedException("zone " + layout.zone() + " stops: " + events + " at offset " + read.offset()
                    + " can't be read: " + error.explain());
        });
        return new LoggedEvent(event, new LogPosition(read.offset() + 1));
    }

    private ZoneHaltedException gone(String what, LogPosition from) {
        return new ZoneHaltedException("zone " + layout.zone() + " stops: " + events + " " + what
                + ", but its events are needed from " + from.value()
                + " on; restore the topic, and set its retention.ms and retention.bytes to -1");
    }

    private ZoneLogException unreachable(String doing, KafkaException cause) {
        return new ZoneLogException(doing + " of zone " + layout.zone() + " failed: " + cause.getMessage(), cause);
    }

    /** Large fetches: a log is read whole, and decoding it should be all that takes time. */
    private static Map<String, Object> settings(String bootstrap) {
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 * 1024 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 64 * 1024 * 1024);
        return settings;
    }
}
