package dev.drover.cli.zone;

import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.IntentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Puts intents into a zone's inbox. */
public final class ZoneClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String kafka;
    private final ZoneLayout layout;
    private final MessageCodec codec = new MessageCodec();
    private final KafkaProducer<String, byte[]> producer;

    /** For the zone of this layout. */
    public ZoneClient(String kafka, ZoneLayout layout) {
        this.layout = layout;
        this.kafka = kafka;
        Map<String, Object> settings = ClientSettings.producer(kafka);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        this.producer = new KafkaProducer<>(settings);
    }

    /** Returns when Kafka holds the intent; whether the zone accepts it stands in the log soon after. */
    public void submit(Intent intent, Actor actor, Optional<String> reason, Instant now) {
        Head head = new Head(
                new MessageId(intent.intent().value()),
                layout.zone(),
                now,
                actor,
                reason,
                Optional.empty(),
                Optional.of(new CorrelationId(intent.intent().value())));
        try {
            producer.send(Records.write(
                            Topics.INBOX,
                            layout.partition(),
                            layout.zone().value(),
                            codec.encode(new IntentMessage(head, intent))))
                    .get();
        } catch (ExecutionException failed) {
            throw new ZoneWatchException("Kafka at " + kafka + " did not take the intent within " + PATIENCE.toSeconds()
                    + " s; is it running, is that its address, and did a scheduler ever run on it? ("
                    + failed.getCause() + ")");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ZoneWatchException("interrupted while writing the intent");
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
