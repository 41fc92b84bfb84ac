package dev.drover.cli.failover;

import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Operators who never rest: hosts are evacuated and released, vms moved, intents cancelled, some things are sent twice,
 * some are nonsense, and most are questions that the zone answers with a refusal at once.
 */
final class Load implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final VmId NOBODY = VmId.of("00000000-0000-4000-8000-00000000dead");

    /** How many evacuations may be open or unreleased at once, so that the fleet has room. */
    private static final int MOST_EVACUATIONS = 2;

    private final ZoneLayout layout;
    private final Witness witness;
    private final Ledger ledger;
    private final Random dice;
    private final MessageCodec codec = new MessageCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final Deque<IntentId> evacuations = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private Optional<ProducerRecord<String, byte[]>> last = Optional.empty();
    private int turn;
    private int spoilt;

    Load(String bootstrap, ZoneLayout layout, Witness witness, Ledger ledger, long seed) {
        this.layout = layout;
        this.witness = witness;
        this.ledger = ledger;
        this.dice = new Random(seed);
        this.producer = new KafkaProducer<>(ClientSettings.producer(bootstrap));
        var unused = clock.scheduleAtFixedRate(this::act, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends, and returns when Kafka has taken or refused everything. */
    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(2, TimeUnit.MINUTES)) {
            ledger.failed("the load did not end");
        }
        producer.close();
    }

    private void act() {
        try {
            switch (turn++ % 40) {
                case 0 -> evacuate();
                case 5, 15, 35 -> submit(id -> new MigrateVm(id, vm(), Optional.empty(), Optional.empty(), any()));
                case 10, 30 -> release();
                case 20 -> spoil();
                case 25 -> last.ifPresent(this::sendAgain);
                case 38 -> cancel();
                default -> submit(id -> new MigrateVm(id, NOBODY, Optional.empty(), Optional.empty(), Priority.NORMAL));
            }
        } catch (RuntimeException broken) {
            ledger.failed("the load broke: " + broken);
        }
    }

    private void evacuate() {
        if (evacuations.size() < MOST_EVACUATIONS) {
            HostId host = new HostId("h" + (1 + dice.nextInt(Installation.HOSTS)));
            ReturnPolicy afterwards = dice.nextBoolean() ? ReturnPolicy.RETURN : ReturnPolicy.STAY;
            evacuations.add(submit(id -> new EvacuateHosts(
                    id,
                    new EvacuationTarget.Hosts(List.of(host)),
                    Optional.empty(),
                    Optional.empty(),
                    any(),
                    afterwards)));
        }
    }

    /** One that was refused holds no hosts: its release is refused, too. */
    private void release() {
        Optional<IntentId> over = evacuations.stream()
                .filter(one -> witness.hasAnswered(Set.of(one.value()))
                        && !witness.open().contains(one.value()))
                .findFirst();
        over.ifPresent(evacuation -> {
            evacuations.remove(evacuation);
            submit(id -> new ReleaseHosts(id, evacuation));
        });
    }

    private void cancel() {
        List<String> open = witness.open();
        if (!open.isEmpty() && dice.nextInt(3) == 0) {
            IntentId target = new IntentId(open.get(dice.nextInt(open.size())));
            submit(id -> new CancelIntent(id, target));
        }
    }

    private IntentId submit(Function<IntentId, Intent> make) {
        IntentId id = new IntentId("load-" + turn);
        ProducerRecord<String, byte[]> record = record(make.apply(id));
        last = Optional.of(record);
        ledger.submitted(id.value());
        send(record, taken -> {});
        return id;
    }

    private void sendAgain(ProducerRecord<String, byte[]> record) {
        send(copy(record), taken -> {});
    }

    /** Each kind in turn. */
    private void spoil() {
        Malformed malformed = Malformed.values()[spoilt++ % Malformed.values().length];
        ProducerRecord<String, byte[]> well = switch (malformed.kind()) {
            case INTENT -> record(new CancelIntent(new IntentId("spoilt-" + turn), new IntentId("nobody-knows-it")));
            case REPORT -> report();
        };
        send(malformed.from(well), taken -> ledger.malformed(taken.offset(), malformed.name()));
    }

    private void send(ProducerRecord<String, byte[]> record, Consumer<RecordMetadata> taken) {
        var unused = producer.send(record, (metadata, failed) -> {
            if (failed == null) {
                taken.accept(metadata);
            } else {
                ledger.failed("turn " + turn + ": " + failed);
            }
        });
    }

    private ProducerRecord<String, byte[]> record(Intent intent) {
        String name = intent.intent().value();
        return record(
                new IntentMessage(head(name, Actor.operator("load"), Optional.of(new CorrelationId(name))), intent));
    }

    /** Of a host that nobody has: were it read, the fleet's guests would not be where the checks expect them. */
    private ProducerRecord<String, byte[]> report() {
        HostId host = new HostId("h0");
        ReportMark mark = new ReportMark(host, new Incarnation(1), new Sequence(turn));
        HostFacts facts = new HostFacts(
                host,
                Bytes.gibibytes(64),
                BitsPerSecond.megabits(1_000),
                new MigrationUri("qemu+tcp://h0/system"),
                List.of());
        return record(new ReportMessage(
                head("report-" + turn, Actor.host(host), Optional.empty()), mark, new InventoryReport(facts)));
    }

    private Head head(String name, Actor actor, Optional<CorrelationId> correlation) {
        return new Head(
                new MessageId(name),
                layout.zone(),
                Instant.now(),
                actor,
                Optional.of("failover test"),
                Optional.empty(),
                correlation);
    }

    private ProducerRecord<String, byte[]> record(InboxMessage message) {
        return Records.write(Topics.INBOX, layout.partition(), layout.zone().value(), codec.encode(message));
    }

    private static ProducerRecord<String, byte[]> copy(ProducerRecord<String, byte[]> one) {
        return new ProducerRecord<>(one.topic(), one.partition(), one.key(), one.value(), one.headers());
    }

    /** As the simulated fleet names its guests. */
    private VmId vm() {
        int number = 1 + dice.nextInt(Installation.HOSTS * Installation.GUESTS_PER_HOST);
        return VmId.of("6f1b2c3d-0000-4000-8000-%012d".formatted(number));
    }

    private Priority any() {
        return Priority.values()[dice.nextInt(Priority.values().length)];
    }
}
