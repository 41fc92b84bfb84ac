package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.Projection;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Feeds a projection from a zone's log. How far it has come is the offset of a consumer group of its own name, stored
 * after each helping, so it goes on there in whatever process it runs next. Used by one thread.
 */
public final class ProjectionFeed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Projection projection;
    private final TopicPartition events;
    private final ZoneHistory history;
    private final KafkaConsumer<String, byte[]> store;

    /** Goes on where the projection of this name has stopped, or at the beginning of the log. */
    public ProjectionFeed(String bootstrap, ZoneLayout layout, Projection projection) {
        this.projection = projection;
        this.events = new TopicPartition(Topics.EVENTS, layout.partition());
        this.history = new KafkaZoneHistory(bootstrap, layout);
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "drover-projection-" + projection.name());
        this.store = new KafkaConsumer<>(settings);
        store.assign(List.of(events));
        history.readFrom(stored());
    }

    /** One helping; waits up to {@code wait} for it. Gives how many events it held. */
    public int feed(Duration wait) {
        List<LoggedEvent> next = history.poll(wait);
        if (!next.isEmpty()) {
            projection.take(next);
            store(next.getLast().next());
        }
        return next.size();
    }

    /** Up to where the projection has taken events in. */
    public LogPosition stored() {
        try {
            return Optional.ofNullable(store.committed(Set.of(events), PATIENCE).get(events))
                    .map(offset -> new LogPosition(offset.offset()))
                    .orElse(LogPosition.START);
        } catch (KafkaException broken) {
            throw new ZoneLogException(
                    "asking how far projection " + projection.name() + " has come failed: " + broken.getMessage(),
                    broken);
        }
    }

    @Override
    public void close() {
        history.close();
        store.close();
    }

    private void store(LogPosition next) {
        try {
            store.commitSync(Map.of(events, new OffsetAndMetadata(next.value())), PATIENCE);
        } catch (KafkaException broken) {
            throw new ZoneLogException(
                    "storing how far projection " + projection.name() + " has come failed: " + broken.getMessage(),
                    broken);
        }
    }
}
