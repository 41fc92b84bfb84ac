package dev.drover.agent.adapter.kafka;

import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.TelemetryMessage;
import dev.drover.schema.telemetry.Telemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends samples and forgets them. Never blocks: what Kafka does not take soon is dropped. */
public final class TelemetrySender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelemetrySender.class);
    private static final Duration LINGER = Duration.ofMillis(50);
    private static final Duration STALE = Duration.ofSeconds(10);
    private static final Duration FORGET_AFTER = Duration.ofHours(1);
    private static final long BUFFER_BYTES = 1 << 20;

    private final KafkaAddress address;
    private final Incarnation incarnation;
    private final InstantSource clock;
    private final KafkaProducer<String, byte[]> producer;
    private final MessageCodec codec = new MessageCodec();
    private final AtomicLong sent = new AtomicLong();

    /** For the agent's present life. Throws {@link org.apache.kafka.common.KafkaException} for an unusable address. */
    public TelemetrySender(KafkaAddress address, Incarnation incarnation, InstantSource clock) {
        this.address = address;
        this.incarnation = incarnation;
        this.clock = clock;
        Map<String, Object> settings = ClientSettings.producer(address.bootstrap());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, address.group() + "-telemetry");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0L);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                STALE.dividedBy(2).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) STALE.toMillis());
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FORGET_AFTER.toMillis());
        this.producer = new KafkaProducer<>(settings);
        findTopic();
    }

    /** Returns at once; the sample may be lost. */
    public void send(Telemetry sample) {
        String id = "%s-%d-t%d".formatted(address.host(), incarnation.value(), sent.incrementAndGet());
        Head head = new Head(
                new MessageId(id),
                address.zone(),
                clock.instant(),
                Actor.host(address.host()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ProducerRecord<String, byte[]> record = Records.write(
                Topics.TELEMETRY,
                address.layout().commandPartition(address.host()),
                address.host().value(),
                codec.encode(new TelemetryMessage(head, address.host(), sample)));
        Future<?> underWay = producer.send(record, (where, lost) -> {
            if (lost != null) {
                LOG.debug("host={} lost a sample: {}", address.host(), lost.toString());
            }
        });
        LOG.trace("{}: {}", id, underWay);
    }

    /** Lets go at once. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /** Asks for the topic's whereabouts without waiting, so that they are known when the first sample comes. */
    private void findTopic() {
        try {
            LOG.debug("host={} sends samples to {}", address.host(), producer.partitionsFor(Topics.TELEMETRY));
        } catch (TimeoutException underWay) {
            LOG.debug("host={} looks for {}", address.host(), Topics.TELEMETRY);
        }
    }
}
