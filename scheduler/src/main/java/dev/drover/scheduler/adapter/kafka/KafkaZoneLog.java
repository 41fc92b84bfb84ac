package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
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

    private final ZoneLayout layout;
    private final Supplier<ConsumerGroupMetadata> membership;
    private final BatchRecords records;
    private final KafkaProducer<String, byte[]> producer;
    private final CommitPace pace;
    private final KafkaInbox inbox;
    private final KafkaZoneHistory history;

    /** {@code membership} gives the node's present place in the group that decides ownership. */
    public KafkaZoneLog(
            String bootstrap, ZoneLayout layout, LostInputs lostInputs, Supplier<ConsumerGroupMetadata> membership) {
        this.layout = layout;
        this.membership = membership;
        this.records = new BatchRecords(layout);
        this.pace = new CommitPace(layout.zone().value());
        this.producer =
                new KafkaProducer<>(ClientSettings.transactionalProducer(bootstrap, "drover-zone-" + layout.zone()));
        this.inbox =
                new KafkaInbox(bootstrap, layout, lostInputs, membership.get().groupId());
        this.history = new KafkaZoneHistory(bootstrap, layout);
    }

    @Override
    public void fence() {
        try {
            producer.initTransactions();
        } catch (KafkaException broken) {
            throw new ZoneLogException("taking over zone " + layout.zone() + " failed: " + broken.getMessage(), broken);
        }
    }

    @Override
    public ZoneHistory history() {
        return history;
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {
        inbox.readFrom(last);
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        return inbox.poll(wait);
    }

    @Override
    public CommitResult commit(Batch batch) {
        long began = System.nanoTime();
        CommitResult result = written(batch);
        pace.took(Duration.ofNanos(System.nanoTime() - began)).ifPresent(LOG::warn);
        return result;
    }

    private CommitResult written(Batch batch) {
        try {
            producer.beginTransaction();
            Optional<Future<RecordMetadata>> last = send(batch);
            batch.readUpTo()
                    .ifPresent(read -> producer.sendOffsetsToTransaction(inbox.answers(read), membership.get()));
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
        inbox.close();
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
}
