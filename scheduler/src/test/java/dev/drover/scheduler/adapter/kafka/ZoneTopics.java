package dev.drover.scheduler.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.LeaseMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** A zone's topics as seen from outside with plain clients: writes to the inbox, reads all that was committed. */
public final class ZoneTopics implements AutoCloseable {
    private static final Duration MARKERS = Duration.ofSeconds(2);

    private final String bootstrap;
    private final ZoneLayout layout;
    private final MessageCodec codec = new MessageCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaConsumer<String, byte[]> unfinished;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    public ZoneTopics(String bootstrap, ZoneLayout layout) {
        this.bootstrap = bootstrap;
        this.layout = layout;
        this.producer = new KafkaProducer<>(ClientSettings.producer(bootstrap));
        this.consumer = new KafkaConsumer<>(ClientSettings.consumer(bootstrap));
        Map<String, Object> dirty = ClientSettings.consumer(bootstrap);
        dirty.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        this.unfinished = new KafkaConsumer<>(dirty);
        List<TopicPartition> all = Stream.concat(
                        Stream.of(
                                new TopicPartition(Topics.EVENTS, layout.partition()),
                                new TopicPartition(Topics.DEAD_LETTERS, 0)),
                        layout.commandPartitions().stream()
                                .map(partition -> new TopicPartition(Topics.COMMANDS, partition)))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Removes every topic of Drover's and returns when they are gone. */
    public static void removeAll(String bootstrap) {
        try (Admin admin = admin(bootstrap)) {
            List<String> there = there(admin);
            admin.deleteTopics(there).all().get(20, TimeUnit.SECONDS);
            while (!there(admin).isEmpty()) {
                Thread.onSpinWait();
            }
        } catch (ExecutionException | InterruptedException | TimeoutException failed) {
            throw new AssertionError("the topics can't be removed", failed);
        }
    }

    public static void create(String bootstrap, NewTopic... topics) {
        try (Admin admin = admin(bootstrap)) {
            admin.createTopics(List.of(topics)).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException failed) {
            throw new AssertionError("the topics can't be created", failed);
        }
    }

    /** The offset behind the last record of a partition. */
    public static long end(String bootstrap, String topic, int partition) {
        TopicPartition one = new TopicPartition(topic, partition);
        try (Admin admin = admin(bootstrap)) {
            return admin.listOffsets(Map.of(one, OffsetSpec.latest()))
                    .partitionResult(one)
                    .get(20, TimeUnit.SECONDS)
                    .offset();
        } catch (ExecutionException | InterruptedException | TimeoutException failed) {
            throw new AssertionError("the end can't be found", failed);
        }
    }

    public void tell(InboxMessage... messages) {
        tell(List.of(messages));
    }

    /** Appends to the inbox and returns when all is there. */
    public void tell(List<InboxMessage> messages) {
        messages.stream()
                .map(message -> producer.send(Records.write(
                        Topics.INBOX, layout.partition(), layout.zone().value(), codec.encode(message))))
                .toList()
                .forEach(ZoneTopics::awaited);
    }

    /** Any record at all, into any topic. Returns when it is there; gives its offset. */
    public long send(ProducerRecord<String, byte[]> record) {
        return awaited(producer.send(record)).offset();
    }

    /** The same by a producer that compresses, and may send what is large before that. */
    public long sendCompressed(ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings = ClientSettings.producer(bootstrap);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 100_000_000);
        try (KafkaProducer<String, byte[]> compressing = new KafkaProducer<>(settings)) {
            return awaited(compressing.send(record)).offset();
        }
    }

    /** Deletes what stands in the inbox before this offset, as a retention does that is too short. */
    public void forgetInputsBefore(long offset) {
        forget(Topics.INBOX, offset);
    }

    /** The same of the log. */
    public void forgetEventsBefore(long offset) {
        forget(Topics.EVENTS, offset);
    }

    private void forget(String topic, long offset) {
        TopicPartition partition = new TopicPartition(topic, layout.partition());
        try (Admin admin = admin(bootstrap)) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException failed) {
            throw new AssertionError(topic + " can't be cut", failed);
        }
    }

    /** All events so far. */
    public List<EventMessage> log() {
        return records(Topics.EVENTS)
                .map(record -> Records.read(record).then(codec::event).orElse(error -> {
                    throw new AssertionError(error.explain());
                }))
                .toList();
    }

    /** All events so far, without their envelopes. */
    public List<ZoneEvent> events() {
        return log().stream().map(EventMessage::event).toList();
    }

    /** All commands so far, in order for each host. */
    public List<CommandMessage> commands() {
        return records(Topics.COMMANDS)
                .map(record -> Records.read(record).then(codec::command).orElse(error -> {
                    throw new AssertionError(error.explain());
                }))
                .flatMap(message -> switch (message) {
                    case CommandMessage command -> Stream.of(command);
                    case LeaseMessage leases -> Stream.empty();
                })
                .toList();
    }

    public List<CommandMessage> commands(HostId host) {
        return commands().stream()
                .filter(command -> command.host().equals(host))
                .toList();
    }

    /** Why each record of this zone's inbox was put aside, by its place there. */
    public List<Map.Entry<String, String>> deadLetters() {
        return letters()
                .map(record -> Map.entry(
                        record.key(),
                        new String(record.headers().lastHeader("drover_why").value(), UTF_8)))
                .toList();
    }

    /** The header of that name of each dead letter that has it. */
    public List<String> deadLetterHeaders(String name) {
        return letters()
                .flatMap(record -> Optional.ofNullable(record.headers().lastHeader(name)).stream())
                .map(header -> new String(header.value(), UTF_8))
                .toList();
    }

    private Stream<ConsumerRecord<String, byte[]>> letters() {
        String inbox = new TopicPartition(Topics.INBOX, layout.partition()) + "@";
        return records(Topics.DEAD_LETTERS).filter(record -> record.key().startsWith(inbox));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
        unfinished.close();
    }

    private Stream<ConsumerRecord<String, byte[]>> records(String topic) {
        consumer.poll(Duration.ofMillis(20)).forEach(read::add);
        Map<TopicPartition, Long> ends = ends();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(20)).forEach(read::add);
        }
        return List.copyOf(read).stream().filter(record -> record.topic().equals(topic));
    }

    /**
     * Where reading ends. A commit is answered before the broker has marked it in every partition, so what was just
     * committed may be readable only a moment later; a transaction left open on purpose stays unreadable.
     */
    private Map<TopicPartition, Long> ends() {
        long deadline = System.nanoTime() + MARKERS.toNanos();
        Map<TopicPartition, Long> committed = consumer.endOffsets(consumer.assignment());
        while (!committed.equals(unfinished.endOffsets(consumer.assignment())) && System.nanoTime() < deadline) {
            committed = consumer.endOffsets(consumer.assignment());
        }
        return committed;
    }

    private static RecordMetadata awaited(Future<RecordMetadata> sent) {
        try {
            return sent.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException failed) {
            throw new AssertionError("the record can't be written", failed);
        }
    }

    private static Admin admin(String bootstrap) {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    private static List<String> there(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listTopics().names().get(20, TimeUnit.SECONDS).stream()
                .filter(Topics.ALL::contains)
                .toList();
    }
}
