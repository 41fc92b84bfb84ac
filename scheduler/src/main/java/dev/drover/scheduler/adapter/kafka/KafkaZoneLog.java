package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A zone's log on Kafka. One producer writes a batch as one transaction; its transactional id is the zone's, so a new
 * owner's {@code initTransactions} fences the old one. Ownership comes from elsewhere: this only adds the group's
 * metadata to each commit that answers inputs, so that an owner which lost its place in the group can't answer any.
 */
public final class KafkaZoneLog implements ZoneLog {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaZoneLog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_INPUTS = 500;
    private static final String CURE =
            "restore them, or start the scheduler once with --accept-lost-inputs, and raise the topic's retention.ms";

    private final ZoneLayout layout;
    private final LostInputs lostInputs;
    private final Supplier<ConsumerGroupMetadata> membership;
    private final MessageCodec codec = new MessageCodec();
    private final BatchRecords records;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> inbox;
    private final TopicPartition partition;
    private final KafkaZoneHistory history;

    /** {@code membership} gives the node's present place in the group that decides ownership. */
    public KafkaZoneLog(
            String bootstrap, ZoneLayout layout, LostInputs lostInputs, Supplier<ConsumerGroupMetadata> membership) {
        this.lostInputs = lostInputs;
        this.layout = layout;
        this.membership = membership;
        this.records = new BatchRecords(layout);
        this.partition = new TopicPartition(Topics.INBOX, layout.partition());
        this.producer =
                new KafkaProducer<>(ClientSettings.transactionalProducer(bootstrap, "drover-zone-" + layout.zone()));
        this.inbox = new KafkaConsumer<>(settings(bootstrap));
        this.history = new KafkaZoneHistory(bootstrap, layout);
    }

    @Override
    public void fence() {
        try {
            producer.initTransactions();
        } catch (KafkaException broken) {
            throw unreachable("taking over zone " + layout.zone(), broken);
        }
    }

    @Override
    public ZoneHistory history() {
        return history;
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {
        long next = last.map(offset -> offset.value() + 1).orElse(0L);
        try {
            inbox.assign(List.of(partition));
            long first = inbox.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            inbox.seek(partition, first > next ? behindGap(next, first) : next);
        } catch (KafkaException broken) {
            throw unreachable("looking at the inbox of zone " + layout.zone(), broken);
        }
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        try {
            List<InboxRecord> records = new ArrayList<>();
            inbox.poll(wait).forEach(record -> records.add(read(record)));
            return records;
        } catch (OffsetOutOfRangeException gone) {
            throw new ZoneHaltedException("zone " + layout.zone() + " stops: " + gone.getMessage() + "; " + CURE);
        } catch (KafkaException broken) {
            throw unreachable("reading the inbox of zone " + layout.zone(), broken);
        }
    }

    @Override
    public CommitResult commit(Batch batch) {
        try {
            producer.beginTransaction();
            Optional<Future<RecordMetadata>> last = send(batch);
            batch.readUpTo()
                    .ifPresent(read -> producer.sendOffsetsToTransaction(
                            Map.of(partition, new OffsetAndMetadata(read.value() + 1)), membership.get()));
            producer.commitTransaction();
            return new CommitResult.Committed(
                    last.map(sent -> new LogPosition(sent.resultNow().offset() + 1)));
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
        inbox.close(CloseOptions.timeout(Duration.ofSeconds(5)));
        history.close();
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

    /** Failures come out at the commit, which waits for every record. Gives the last event's. */
    private Optional<Future<RecordMetadata>> send(Batch batch) {
        Optional<Future<RecordMetadata>> last = Optional.empty();
        for (EventMessage event : batch.events()) {
            last = Optional.of(producer.send(records.of(event)));
        }
        for (ProducerRecord<String, byte[]> record : records.besideEvents(batch)) {
            var unused = producer.send(record);
        }
        return last;
    }

    private InboxRecord read(ConsumerRecord<String, byte[]> record) {
        return new InboxRecord(
                new InboxOffset(record.offset()),
                DeadLetters.raw(record),
                Records.read(record).then(codec::inbox).then(message -> Ownership.of(layout.zone(), message)));
    }

    private long behindGap(long next, long first) {
        String gap = "the inputs at offsets " + next + " to " + (first - 1) + " of " + partition
                + " are gone and were never read";
        return switch (lostInputs) {
            case HALT -> throw new ZoneHaltedException("zone " + layout.zone() + " stops: " + gap + "; " + CURE);
            case ACCEPT -> {
                LOG.warn("zone {} goes on as it was told, though {}", layout.zone(), gap);
                yield first;
            }
        };
    }

    private static ZoneLogException unreachable(String doing, KafkaException cause) {
        return new ZoneLogException(doing + " failed: " + cause.getMessage(), cause);
    }

    /** Were the next input gone, reading on elsewhere by itself would lose others without a word. */
    private static Map<String, Object> settings(String bootstrap) {
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_INPUTS);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }
}
