package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.SlotFooter;
import dev.drover.scheduler.engine.SnapshotShelf;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds snapshots from the newest backwards. What was written last stands last, so only a window at the end is read,
 * and a larger one before it as long as what is asked for is not whole: years of older snapshots cost nothing, and
 * nothing is decoded twice.
 */
final class SnapshotSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final long FIRST_WINDOW = 64;

    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final MessageCodec codec = new MessageCodec();

    SnapshotSearch(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        this.consumer = consumer;
        this.partition = partition;
    }

    /** See {@link dev.drover.scheduler.engine.ZoneHistory#snapshotOutside}. */
    Optional<StoredSnapshot> outside(Set<Slot> slots) {
        return backwardsUntil(shelf -> shelf.isNewestWhole(slots)).newestOutside(slots);
    }

    /** See {@link dev.drover.scheduler.engine.ZoneHistory#newestFooter}. */
    Optional<SlotFooter> newestFooter() {
        return backwardsUntil(shelf -> shelf.newestFooter().isPresent()).newestFooter();
    }

    private SnapshotShelf backwardsUntil(Predicate<SnapshotShelf> enough) {
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        List<SnapshotMessage> seen = List.of();
        long from = end;
        for (long window = FIRST_WINDOW; ; window *= 2) {
            long until = from;
            from = Math.max(first, until - window);
            seen = Stream.concat(read(from, until).stream(), seen.stream()).toList();
            SnapshotShelf shelf = shelf(seen);
            boolean allSeen = from == first;
            if (allSeen || enough.test(shelf)) {
                return shelf;
            }
        }
    }

    private List<SnapshotMessage> read(long from, long until) {
        List<SnapshotMessage> messages = new ArrayList<>();
        consumer.seek(partition, from);
        while (consumer.position(partition, PATIENCE) < until) {
            messages.addAll(consumer.poll(WAIT).records(partition).parallelStream()
                    .filter(record -> record.offset() < until && record.value() != null)
                    .flatMap(this::message)
                    .toList());
        }
        return messages;
    }

    /** What can't be read is as good as missing: its snapshot is not whole, and an older one will do. */
    private Stream<SnapshotMessage> message(ConsumerRecord<String, byte[]> record) {
        return switch (Records.read(record).then(codec::snapshot)) {
            case Decoding.Decoded<SnapshotMessage>(SnapshotMessage message) -> Stream.of(message);
            case Decoding.Undecodable<SnapshotMessage> spoiled -> Stream.empty();
        };
    }

    private static SnapshotShelf shelf(List<SnapshotMessage> messages) {
        SnapshotShelf shelf = new SnapshotShelf();
        messages.forEach(message -> shelf.put(message.slot(), message.part(), message.content()));
        return shelf;
    }
}
