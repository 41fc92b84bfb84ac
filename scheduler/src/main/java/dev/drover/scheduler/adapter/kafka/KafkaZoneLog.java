package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A zone's log on Kafka. One producer writes a batch as one transaction; its transactional id is the zone's, so a new
 * owner's {@code initTransactions} fences the old one. Ownership comes from elsewhere: this only adds the group's
 * metadata to each commit that answers inputs, so that an owner which lost its place in the group can't answer any.
 */
public final class KafkaZoneLog implements ZoneLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_INPUTS = 500;

    private final ZoneLayout layout;
    private final Supplier<ConsumerGroupMetadata> membership;
    private final MessageCodec codec = new MessageCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicPartition inbox;
    private final TopicPartition events;

    /** {@code membership} gives the node's present place in the group that decides ownership. */
    public KafkaZoneLog(String bootstrap, ZoneLayout layout, Supplier<ConsumerGroupMetadata> membership) {
        this.layout = layout;
        this.membership = membership;
        this.inbox = new TopicPartition(Topics.INBOX, layout.partition());
        this.events = new TopicPartition(Topics.EVENTS, layout.partition());
        this.producer =
                new KafkaProducer<>(ClientSettings.transactionalProducer(bootstrap, "drover-zone-" + layout.zone()));
        Map<String, Object> reading = ClientSettings.consumer(bootstrap);
        reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_INPUTS);
        this.consumer = new KafkaConsumer<>(reading);
    }

    @Override
    public void open(Consumer<EventMessage> replay) {
        try {
            producer.initTransactions();
            consumer.assign(List.of(events));
            consumer.seekToBeginning(List.of(events));
            long end = consumer.endOffsets(List.of(events), PATIENCE).getOrDefault(events, 0L);
            while (consumer.position(events, PATIENCE) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> replay.accept(event(record)));
            }
        } catch (KafkaException broken) {
            throw unreachable("loading zone " + layout.zone(), broken);
        }
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {
        consumer.assign(List.of(inbox));
        consumer.seek(inbox, last.map(offset -> offset.value() + 1).orElse(0L));
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        try {
            List<InboxRecord> records = new ArrayList<>();
            consumer.poll(wait).forEach(record -> records.add(inboxRecord(record)));
            return records;
        } catch (KafkaException broken) {
            throw unreachable("reading the inbox of zone " + layout.zone(), broken);
        }
    }

    @Override
    public CommitResult commit(Batch batch) {
        try {
            producer.beginTransaction();
            batch.events().forEach(this::send);
            batch.commands().forEach(this::send);
            batch.deadLetters().forEach(this::send);
            batch.readUpTo()
                    .ifPresent(last -> producer.sendOffsetsToTransaction(
                            Map.of(inbox, new OffsetAndMetadata(last.value() + 1)), membership.get()));
            producer.commitTransaction();
            return new CommitResult.Committed();
        } catch (ProducerFencedException | InvalidProducerEpochException fenced) {
            return new CommitResult.Lost("another owner has taken over: " + fenced.getMessage());
        } catch (TimeoutException unknown) {
            return new CommitResult.Lost("the broker did not say whether it committed: " + unknown.getMessage());
        } catch (KafkaException failed) {
            return abort(failed);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
    }

    /** After a rebalance the group's metadata is older than the group; the next try carries the new one. */
    private CommitResult abort(KafkaException failed) {
        try {
            producer.abortTransaction();
            String what = failed instanceof CommitFailedException ? "the group has rebalanced: " : "not committed: ";
            return new CommitResult.Aborted(what + failed.getMessage());
        } catch (KafkaException fatal) {
            return new CommitResult.Lost("could not even be aborted: " + fatal.getMessage());
        }
    }

    private void send(EventMessage event) {
        send(Records.write(Topics.EVENTS, layout.partition(), layout.zone().value(), codec.encode(event)));
    }

    private void send(CommandMessage command) {
        send(Records.write(
                Topics.COMMANDS,
                layout.commandPartition(command.host()),
                command.host().value(),
                codec.encode(command)));
    }

    private void send(InboxRecord.Illegible letter) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.DEAD_LETTERS, 0, inbox + "@" + letter.offset().value(), bytes(letter.value()));
        record.headers().add("reason", letter.error().explain().getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    /** Failures come out at the commit, which waits for every record. */
    private void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record);
    }

    private EventMessage event(ConsumerRecord<String, byte[]> record) {
        return Records.read(record).then(codec::event).then(this::ours).orElse(error -> {
            throw new ZoneLogException("zone " + layout.zone() + " stops: " + Topics.EVENTS + "-"
                    + record.partition() + " at offset " + record.offset() + " can't be read: "
                    + error.explain());
        });
    }

    private InboxRecord inboxRecord(ConsumerRecord<String, byte[]> record) {
        InboxOffset offset = new InboxOffset(record.offset());
        return Records.read(record)
                .then(codec::inbox)
                .then(this::ours)
                .<InboxRecord>then(message -> new Decoding.Decoded<>(new InboxRecord.Legible(offset, message)))
                .orElse(error -> new InboxRecord.Illegible(
                        offset,
                        error,
                        ByteBuffer.wrap(Optional.ofNullable(record.value()).orElseGet(() -> new byte[0]))));
    }

    private <M extends Message> Decoding<M> ours(M message) {
        ZoneId zone = message.head().zone();
        return zone.equals(layout.zone())
                ? new Decoding.Decoded<>(message)
                : new Decoding.Undecodable<>(new DecodeError.InvalidValue(
                        "zone", "is " + zone + ", but this partition belongs to " + layout.zone()));
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    private static ZoneLogException unreachable(String doing, KafkaException cause) {
        return new ZoneLogException(doing + " failed: " + cause.getMessage(), cause);
    }
}
