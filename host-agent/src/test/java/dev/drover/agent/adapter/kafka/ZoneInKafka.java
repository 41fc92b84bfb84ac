package dev.drover.agent.adapter.kafka;

import static org.assertj.core.api.Assertions.fail;

import dev.drover.agent.port.Await;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneEntry;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.LeaseMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.message.TelemetryMessage;
import dev.drover.schema.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** The scheduler's side of a zone's topics: gives commands, hears reports and samples. */
public final class ZoneInKafka implements AutoCloseable {
    private static final int PARTITIONS = 32;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String bootstrap;
    private final ZoneLayout layout;
    private final MessageCodec codec = new MessageCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> inbox;
    private final KafkaConsumer<String, byte[]> telemetry;
    private final List<ConsumerRecord<String, byte[]>> inboxRecords = new ArrayList<>();
    private final List<ReportMessage> reports = new ArrayList<>();
    private final List<TelemetryMessage> samples = new ArrayList<>();

    /** A zone of its own partitions, so that tests on one broker do not see each other's messages. */
    public ZoneInKafka(String bootstrap, String zone, int number) {
        this.bootstrap = bootstrap;
        int first = number * 2;
        this.layout = new ZoneLayout(new ZoneId(zone), number, List.of(first, first + 1));
        createTopics();
        this.producer = new KafkaProducer<>(ClientSettings.producer(bootstrap));
        this.inbox = reader(Topics.INBOX, List.of(number));
        this.telemetry = reader(Topics.TELEMETRY, layout.commandPartitions());
    }

    /** Puts the zone into the table, as a scheduler does when it starts. */
    public void enrol() {
        send(ZoneEntry.write(layout));
    }

    public KafkaAddress address(HostId host) {
        return new KafkaAddress(bootstrap, layout, host);
    }

    /** Writes the command where its host reads. */
    public void give(CommandMessage command) {
        giveAt(layout.commandPartition(command.host()), command);
    }

    /** Writes the command where another host reads. */
    public void giveAt(int partition, CommandMessage command) {
        send(Records.write(Topics.COMMANDS, partition, command.host().value(), codec.encode(command)));
    }

    /** Writes word on the leases, as the scheduler does for each of its partitions. */
    public void tell(int partition, LeaseMessage leases) {
        send(Records.write(Topics.COMMANDS, partition, leases.head().zone().value(), codec.encode(leases)));
    }

    /** Writes what is no command. */
    public void giveGarbage(HostId host) {
        send(new ProducerRecord<>(Topics.COMMANDS, layout.commandPartition(host), "garbage", new byte[] {1, 2, 3}));
    }

    /** All reports so far, in the order of the inbox. */
    public List<ReportMessage> reports() {
        inbox.poll(Duration.ofMillis(50)).forEach(record -> {
            inboxRecords.add(record);
            reports.add((ReportMessage) decoded(Records.read(record).then(codec::inbox)));
        });
        return List.copyOf(reports);
    }

    public List<ConsumerRecord<String, byte[]>> inboxRecords() {
        return List.copyOf(inboxRecords);
    }

    public <R extends Report> List<R> reports(Class<R> type) {
        return reports().stream()
                .map(ReportMessage::report)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The first report of this kind that is as wanted, waited for. */
    public <R extends Report> R report(Class<R> type, Predicate<R> wanted) {
        return Await.present(
                "a " + type.getSimpleName() + " in the inbox",
                SOON,
                () -> reports(type).stream().filter(wanted).findFirst());
    }

    public <R extends Report> R report(Class<R> type) {
        return report(type, report -> true);
    }

    public List<TelemetryMessage> samples() {
        telemetry
                .poll(Duration.ofMillis(50))
                .forEach(record -> samples.add(decoded(Records.read(record).then(codec::telemetry))));
        return List.copyOf(samples);
    }

    @Override
    public void close() {
        producer.close();
        inbox.close();
        telemetry.close();
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            fail("Kafka did not take a command", failed);
        }
    }

    private KafkaConsumer<String, byte[]> reader(String topic, List<Integer> partitions) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(ClientSettings.consumer(bootstrap));
        List<TopicPartition> all = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (String topic : Topics.ALL) {
                create(admin, new NewTopic(topic, topic.equals(Topics.ZONES) ? 1 : PARTITIONS, (short) 1));
            }
        }
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                fail("topic could not be created", failed);
            }
        } catch (InterruptedException stopped) {
            fail("topic could not be created", stopped);
        }
    }

    private static <T> T decoded(Decoding<T> decoding) {
        return decoding.orElse(error -> fail(error.explain()));
    }
}
