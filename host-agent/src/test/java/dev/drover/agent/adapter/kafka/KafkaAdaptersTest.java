package dev.drover.agent.adapter.kafka;

import static dev.drover.agent.domain.Commands.mark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.port.Await;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.AgentMessage;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.LeaseMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.telemetry.MigrationProgress;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAdaptersTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static int zones;

    private final List<AgentMessage> heard = new CopyOnWriteArrayList<>();
    private final List<Instant> times = new CopyOnWriteArrayList<>();
    private ZoneInKafka zone;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start(folder);
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @BeforeEach
    void takeZone() {
        zone = new ZoneInKafka(kafka.bootstrap(), "z1", zones++);
    }

    @AfterEach
    void leaveZone() {
        zone.close();
    }

    @Test
    void a_host_hears_its_commands_in_order_and_nobody_elses() {
        int partition = zone.address(H1).layout().commandPartition(H1);
        zone.give(command(H1, 1));
        zone.giveAt(partition, command(H2, 1));
        zone.giveGarbage(H1);
        zone.giveAt(partition, inZone("z2", command(H1, 2)));
        zone.give(command(H1, 3));
        reading(this::done, () -> Await.until("both commands", SOON, () -> heard.size() == 2));
        assertThat(heard).containsExactly(command(H1, 1), command(H1, 3));
    }

    @Test
    void word_on_the_leases_of_its_zone_is_for_every_host_of_the_partition() {
        int partition = zone.address(H1).layout().commandPartition(H1);
        zone.give(command(H1, 1));
        zone.tell(partition, leases("z2", 7));
        zone.tell(partition, leases("z1", 8));
        zone.give(command(H1, 2));
        reading(this::done, () -> Await.until("all three", SOON, () -> heard.size() == 3));
        assertThat(heard).containsExactly(command(H1, 1), leases("z1", 8), command(H1, 2));
    }

    @Test
    void what_lies_behind_a_command_says_how_old_it_is() {
        int partition = zone.address(H1).layout().commandPartition(H1);
        zone.give(command(H1, 1));
        zone.giveAt(partition, at(NOW.plusSeconds(60), command(H2, 1)));
        zone.give(at(NOW.plusSeconds(30), command(H1, 2)));
        reading(this::done, () -> Await.until("both commands", SOON, () -> heard.size() == 2));
        assertThat(times).containsExactly(NOW.plusSeconds(60), NOW.plusSeconds(60));
    }

    @Test
    void it_says_when_it_reads() {
        AtomicBoolean reads = new AtomicBoolean();
        try (CommandReader reader = reader(this::done, () -> reads.set(true))) {
            assertThat(reads).isFalse();
            reader.start();
            Await.until("it reads", SOON, reads::get);
        }
    }

    @Test
    void after_an_orderly_end_it_goes_on_behind_what_was_done() {
        zone.give(command(H1, 1));
        reading(this::done, () -> Await.until("the first command", SOON, () -> heard.size() == 1));
        zone.give(command(H1, 2));
        reading(this::done, () -> Await.until("the second command", SOON, () -> heard.size() == 2));
        assertThat(heard).containsExactly(command(H1, 1), command(H1, 2));
    }

    @Test
    void a_command_that_was_not_done_comes_again_with_all_behind_it() {
        zone.give(command(H1, 1));
        zone.give(command(H1, 2));
        zone.give(command(H1, 3));
        CompletableFuture<?> never = new CompletableFuture<>();
        reading(
                command -> command.equals(command(H1, 2)) ? hear(command, never) : done(command),
                () -> Await.until("three commands", SOON, () -> heard.size() == 3));
        heard.clear();
        reading(this::done, () -> Await.until("two commands", SOON, () -> heard.size() == 2));
        assertThat(heard).containsExactly(command(H1, 2), command(H1, 3));
    }

    @Test
    void a_command_that_can_not_be_taken_ends_the_reading() {
        zone.give(command(H1, 1));
        try (CommandReader reader =
                reader(command -> CompletableFuture.failedFuture(new IllegalStateException("the disk is full")))) {
            CompletableFuture<Void> ended = reader.ended().toCompletableFuture();
            Await.until("the end", SOON, ended::isDone);
            assertThat(ended).isCompletedExceptionally();
        }
    }

    @Test
    void reports_are_numbered_without_gaps_and_say_who_sent_them_and_why() {
        Cause cause = new Cause(new MessageId("c1"), Optional.of(new CorrelationId("intent-1")));
        try (ReportSender sender = sender(7)) {
            assertThat(join(sender.send(released(1), Optional.of(cause)))).isEqualTo(reportMark(7, 1));
            assertThat(join(sender.send(released(2), Optional.empty()))).isEqualTo(reportMark(7, 2));
        }
        Await.until("two reports", SOON, () -> zone.reports().size() == 2);
        ReportMessage first = zone.reports().getFirst();
        assertThat(first.report()).isEqualTo(released(1));
        assertThat(first.mark()).isEqualTo(reportMark(7, 1));
        assertThat(first.head().id()).isEqualTo(new MessageId("h1-7-1"));
        assertThat(first.head().zone()).isEqualTo(new ZoneId("z1"));
        assertThat(first.head().at()).isEqualTo(NOW);
        assertThat(first.head().actor().value()).isEqualTo("host:h1");
        assertThat(first.head().causation()).contains(cause.command());
        assertThat(first.head().correlation()).isEqualTo(cause.correlation());
        assertThat(zone.reports().getLast().head().causation()).isEmpty();
        assertThat(zone.inboxRecords())
                .allSatisfy(record -> assertThat(record.key()).isEqualTo("z1"));
    }

    @Test
    void reports_and_commands_wait_for_a_broker_that_is_away() {
        CommandReader reader = reader(this::done);
        try (reader;
                ReportSender sender = sender(1)) {
            join(sender.send(released(1), Optional.empty()));
            zone.give(command(H1, 1));
            Await.until("a command", SOON, () -> heard.size() == 1);
            kafka.stop();
            List<CompletableFuture<ReportMark>> waiting = List.of(
                    sender.send(released(2), Optional.empty()).toCompletableFuture(),
                    sender.send(released(3), Optional.empty()).toCompletableFuture());
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            kafka.restart();
            zone.close();
            zone = new ZoneInKafka(
                    kafka.bootstrap(), "z1", zone.address(H1).layout().partition());
            waiting.forEach(report -> Await.until("a report taken", SOON, report::isDone));
            zone.give(command(H1, 2));
            Await.until("another command", SOON, () -> heard.size() == 2);
        }
        Await.until("three reports", SOON, () -> zone.reports().size() == 3);
        assertThat(zone.reports().stream().map(ReportMessage::mark))
                .containsExactly(reportMark(1, 1), reportMark(1, 2), reportMark(1, 3));
    }

    @Test
    void an_abandoned_sender_sends_nothing_more_and_says_so() {
        ReportSender sender = sender(1);
        sender.abandon();
        assertThat(sender.send(released(1), Optional.empty()).toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void samples_arrive_where_the_hosts_commands_are() {
        try (TelemetrySender sender =
                new TelemetrySender(zone.address(H1), new Incarnation(1), InstantSource.fixed(NOW))) {
            Await.until("a sample", SOON, () -> {
                sender.send(sample());
                return !zone.samples().isEmpty();
            });
        }
        assertThat(zone.samples()).allSatisfy(message -> {
            assertThat(message.host()).isEqualTo(H1);
            assertThat(message.sample()).isEqualTo(sample());
            assertThat(message.head().at()).isEqualTo(NOW);
        });
    }

    @Test
    void samples_for_a_broker_that_is_not_there_are_dropped_without_waiting() {
        KafkaAddress nobody = new KafkaAddress("127.0.0.1:1", ZoneLayout.only(new ZoneId("z1")), H1);
        try (TelemetrySender sender = new TelemetrySender(nobody, new Incarnation(1), InstantSource.system())) {
            long begun = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                sender.send(sample());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(SOON); // a producer that waits takes twice as long for the first
        }
    }

    @Test
    void an_address_that_can_not_exist_is_refused_at_once() {
        KafkaAddress nowhere = new KafkaAddress("no port", ZoneLayout.only(new ZoneId("z1")), H1);
        assertThatThrownBy(() -> new CommandReader(nowhere, told -> done(told.message()), () -> {}))
                .isInstanceOf(KafkaException.class);
    }

    private void reading(Function<AgentMessage, CompletionStage<?>> handler, Runnable meanwhile) {
        CommandReader reader = reader(handler);
        try {
            meanwhile.run();
        } finally {
            reader.close();
        }
    }

    private CommandReader reader(Function<AgentMessage, CompletionStage<?>> handler) {
        CommandReader reader = reader(handler, () -> {});
        reader.start();
        return reader;
    }

    private CommandReader reader(Function<AgentMessage, CompletionStage<?>> handler, Runnable whenReading) {
        return new CommandReader(
                zone.address(H1),
                told -> {
                    times.add(told.time().newest());
                    return handler.apply(told.message());
                },
                whenReading);
    }

    private ReportSender sender(long incarnation) {
        return new ReportSender(zone.address(H1), new Incarnation(incarnation), InstantSource.fixed(NOW));
    }

    private CompletionStage<?> done(AgentMessage command) {
        return hear(command, CompletableFuture.completedFuture(command));
    }

    private CompletionStage<?> hear(AgentMessage command, CompletionStage<?> answer) {
        heard.add(command);
        return answer;
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static CommandMessage command(HostId host, long sequence) {
        return Commands.to(host, mark("m1", 1, sequence, 1, NOW), new ObserveVm(Commands.VM));
    }

    private static LeaseMessage leases(String zone, long epoch) {
        return Commands.leases(new ZoneId(zone), new Epoch(epoch), NOW);
    }

    private static CommandMessage inZone(String zone, CommandMessage command) {
        return headed(new ZoneId(zone), command.head().at(), command);
    }

    private static CommandMessage at(Instant at, CommandMessage command) {
        return headed(command.head().zone(), at, command);
    }

    private static CommandMessage headed(ZoneId zone, Instant at, CommandMessage command) {
        Head head = command.head();
        return new CommandMessage(
                new Head(head.id(), zone, at, head.actor(), head.reason(), head.causation(), head.correlation()),
                command.host(),
                command.mark(),
                command.command());
    }

    private static SourceReleased released(long attempt) {
        return new SourceReleased(new MigrationId("m1"), new Attempt(attempt));
    }

    private static ReportMark reportMark(long incarnation, long sequence) {
        return new ReportMark(H1, new Incarnation(incarnation), new Sequence(sequence));
    }

    private static MigrationProgress sample() {
        return new MigrationProgress(
                new MigrationId("m1"),
                Attempt.FIRST,
                Commands.VM,
                Duration.ofSeconds(3),
                Bytes.gibibytes(4),
                Bytes.gibibytes(1),
                Bytes.gibibytes(5),
                BitsPerSecond.megabits(800),
                BitsPerSecond.megabits(10),
                2);
    }
}
