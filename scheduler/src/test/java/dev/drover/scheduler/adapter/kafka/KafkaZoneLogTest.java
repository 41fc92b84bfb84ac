package dev.drover.scheduler.adapter.kafka;

import static dev.drover.schema.event.SetAsideReason.INVALID_VALUE;
import static dev.drover.schema.event.SetAsideReason.MALFORMED;
import static dev.drover.schema.event.SetAsideReason.MISSING_ATTRIBUTE;
import static dev.drover.schema.event.SetAsideReason.NEWER_VERSION;
import static dev.drover.schema.event.SetAsideReason.UNKNOWN_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.domain.zone.Recording;
import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.DeadLetter;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneLogContract;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaZoneLogTest extends ZoneLogContract {
    private static final int ZONES = 40;
    private static final String GROUP = "kafka-zone-log-test";

    private final EmbeddedKafka kafka;
    private final MessageCodec codec = new MessageCodec();
    private final AtomicInteger zones = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicReference<ConsumerGroupMetadata> membership =
            new AtomicReference<>(new ConsumerGroupMetadata(GROUP));
    private ZoneLayout layout = layout(0);
    private LostInputs lostInputs;
    private ZoneTopics topics;

    KafkaZoneLogTest(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    @BeforeAll
    void createTopics() {
        ZoneTopics.removeAll(kafka.bootstrap());
        TopicSetup.ensure(
                kafka.bootstrap(),
                new ZoneLayout(
                        Fleet.ZONE,
                        ZONES,
                        IntStream.rangeClosed(0, ZONES).boxed().toList()));
    }

    @BeforeEach
    void nextZone() {
        layout = layout(zones.getAndIncrement());
        membership.set(new ConsumerGroupMetadata(GROUP));
        lostInputs = LostInputs.HALT;
        topics = opened(new ZoneTopics(kafka.bootstrap(), layout));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        open.clear();
    }

    @Test
    void what_an_owner_had_not_committed_when_it_died_is_never_read() {
        List<EventMessage> events = Recording.run().log();
        ZoneLog first = opened();
        first.commit(events(events.subList(0, 1)));
        dyingOwnerWrites(events.subList(1, 3));
        assertThat(topics.log()).isEqualTo(events.subList(0, 1));

        ZoneLog second = log();
        assertThat(replayed(second)).isEqualTo(events.subList(0, 1));
        second.commit(events(events.subList(3, 4)));
        assertThat(topics.log()).containsExactly(events.get(0), events.get(3));
        assertThat(topics.commands()).isEmpty();
    }

    @Test
    void after_a_rebalance_nothing_is_written_and_the_owner_may_try_again_with_the_new_membership() {
        List<EventMessage> events = Recording.run().log();
        ZoneLog log = opened();
        Batch batch = new Batch(Optional.of(new InboxOffset(3)), events, List.of(), List.of(), List.of());
        membership.set(new ConsumerGroupMetadata(GROUP, 7, "a-member-of-before", Optional.empty()));
        assertThat(log.commit(batch))
                .isInstanceOfSatisfying(
                        CommitResult.Aborted.class,
                        aborted -> assertThat(aborted.why()).startsWith("the group has rebalanced: "));
        assertThat(topics.log()).isEmpty();

        membership.set(new ConsumerGroupMetadata(GROUP));
        assertThat(log.commit(batch)).isInstanceOf(CommitResult.Committed.class);
        assertThat(topics.log()).isEqualTo(events);
    }

    @Test
    void an_event_that_cannot_be_read_stops_the_zone_and_the_message_says_where_it_is() {
        opened().commit(events(Recording.run().log().subList(0, 1)));
        long offset = topics.send(record(Topics.EVENTS, "{}"));
        for (int further = 0; further < 20; further++) {
            topics.send(record(Topics.EVENTS, "{}"));
        }
        assertThatThrownBy(this::opened)
                .isInstanceOf(ZoneHaltedException.class)
                .hasMessageContaining("zone z1 stops: drover.events-" + layout.partition() + " at offset " + offset
                        + " can't be read: ");
    }

    @Test
    void a_log_whose_beginning_is_gone_stops_the_zone_and_the_message_says_what_is_needed() {
        opened().commit(events(Recording.run().log()));
        topics.forgetEventsBefore(2);
        assertThatThrownBy(this::opened)
                .isInstanceOf(ZoneHaltedException.class)
                .hasMessage("zone z1 stops: drover.events-" + layout.partition()
                        + " begins at offset 2, but its events are needed from 0 on; restore the topic, and set its"
                        + " retention.ms and retention.bytes to -1");
    }

    @Test
    void an_event_of_a_newer_drover_stops_the_zone_and_the_message_says_so() {
        ProducerRecord<String, byte[]> newer = Records.write(
                Topics.EVENTS,
                layout.partition(),
                "z1",
                codec.encode(Recording.run().log().getFirst()));
        replace(newer.headers(), "ce_typeversion", "9");
        topics.send(newer);
        assertThatThrownBy(this::opened)
                .isInstanceOf(ZoneHaltedException.class)
                .hasMessageContaining("has version 9; this program knows it up to 1: upgrade it");
    }

    @Test
    void inputs_that_are_gone_before_they_were_read_stop_the_zone_unless_somebody_accepts_it() throws Exception {
        tell(told().subList(0, 5));
        topics.forgetInputsBefore(3);
        ZoneLog log = opened();
        assertThatThrownBy(() -> log.readFrom(Optional.of(new InboxOffset(0))))
                .isInstanceOf(ZoneHaltedException.class)
                .hasMessageContaining("zone z1 stops: the inputs at offsets 1 to 2 of drover.inbox-"
                        + layout.partition() + " are gone and were never read")
                .hasMessageContaining("--accept-lost-inputs");

        lostInputs = LostInputs.ACCEPT;
        ZoneLog told = opened();
        told.readFrom(Optional.of(new InboxOffset(0)));
        assertThat(messages(polled(told, 2))).isEqualTo(told().subList(3, 5));
    }

    @Test
    void inputs_whose_answers_are_gone_are_named_and_answered_anew_where_somebody_accepts_it() {
        tell(told().subList(0, 5));
        ZoneLog log = opened();
        log.commit(new Batch(Optional.of(new InboxOffset(3)), List.of(), List.of(), List.of(), List.of()));
        assertThatThrownBy(() -> log.readFrom(Optional.of(new InboxOffset(0))))
                .isInstanceOf(ZoneHaltedException.class)
                .hasMessageContaining("zone z1 stops: the inputs at offsets 1 to 3 of drover.inbox-"
                        + layout.partition() + " were answered, but the answers are not in the log; restore"
                        + " drover.events")
                .hasMessageContaining("--accept-lost-inputs");

        lostInputs = LostInputs.ACCEPT;
        ZoneLog told = opened();
        told.readFrom(Optional.of(new InboxOffset(0)));
        assertThat(messages(polled(told, 4))).isEqualTo(told().subList(1, 5));
    }

    @Test
    void an_inbox_that_is_younger_than_what_was_read_of_it_stops_the_zone() {
        tell(told().subList(0, 2));
        ZoneLog log = opened();
        log.readFrom(Optional.of(new InboxOffset(7)));
        assertThatThrownBy(() -> log.poll(Duration.ofSeconds(20)))
                .isInstanceOf(ZoneHaltedException.class)
                .hasMessageContaining("--accept-lost-inputs");
    }

    @Test
    void whatever_stands_in_the_inbox_the_zone_reads_on() {
        long first = topics.send(record(Topics.INBOX, "not a CloudEvent"));
        topics.send(new ProducerRecord<>(Topics.INBOX, layout.partition(), "z1", null));
        topics.send(changed("ce_type", "dev.drover.intent.conquer-the-world"));
        topics.send(changed("ce_typeversion", "2"));
        topics.send(changed("ce_zone", "z2"));
        topics.send(changed("ce_time", "yesterday"));
        topics.send(changed("ce_specversion", "7.0"));
        topics.send(changed("content-type", "application/cloudevents+json"));
        topics.send(without("ce_id"));
        topics.send(without("ce_actor"));
        topics.send(valued("not JSON"));
        topics.send(valued("{\"intent\":\"drain\",\"host\":\"h1\",\"colour\":\"red\"}"));
        topics.send(new ProducerRecord<>(Topics.INBOX, layout.partition(), null, "z1", null, intent().headers()));
        topics.send(nulled("ce_id"));
        topics.send(nulled("content-type"));
        tell(told().subList(0, 1));

        ZoneLog log = opened();
        log.readFrom(Optional.empty());
        List<InboxRecord> read = polled(log, 16);
        assertThat(messages(read)).isEqualTo(told().subList(0, 1));
        assertThat(why(read.get(4))).isEqualTo("zone: is z2, but this partition belongs to z1");

        assertThat(read.subList(0, 15).stream().map(record -> rejection(record).reason()))
                .containsExactly(
                        MALFORMED, // what is no CloudEvent
                        MALFORMED,
                        UNKNOWN_TYPE,
                        NEWER_VERSION,
                        INVALID_VALUE, // of another zone
                        MALFORMED, // time
                        MALFORMED, // version of CloudEvents
                        MALFORMED, // content type
                        MISSING_ATTRIBUTE,
                        MISSING_ATTRIBUTE,
                        MALFORMED, // no JSON
                        INVALID_VALUE, // a field that nobody knows
                        MALFORMED, // no value
                        MALFORMED, // an id without a value
                        MALFORMED); // no content type

        List<DeadLetter> letters = read.subList(0, 15).stream()
                .map(record -> new DeadLetter(record.offset(), rejection(record), record.raw()))
                .toList();
        assertThat(log.commit(
                        new Batch(Optional.of(read.getLast().offset()), List.of(), List.of(), letters, List.of())))
                .isInstanceOf(CommitResult.Committed.class);
        assertThat(topics.deadLetters()).hasSameSizeAs(letters);
        assertThat(topics.deadLetters().getFirst().getKey())
                .isEqualTo("drover.inbox-" + layout.partition() + "@" + first);
    }

    /** Brokers count what was compressed, so each of these is small for them. */
    @Test
    void what_is_too_large_to_be_kept_whole_is_cut_and_the_zone_reads_on() {
        long first = topics.sendCompressed(
                new ProducerRecord<>(Topics.INBOX, layout.partition(), "k".repeat(5_000), new byte[5_000_000]));
        topics.sendCompressed(valued(" ".repeat(2_000_000)));
        topics.sendCompressed(
                new ProducerRecord<>(Topics.INBOX, layout.partition(), "k".repeat(2_000_000), "no".getBytes(UTF_8)));
        topics.sendCompressed(changed("ce_type", "x".repeat(2_000_000)));
        tell(told().subList(0, 1));

        ZoneLog log = opened();
        log.readFrom(Optional.empty());
        List<InboxRecord> read = polled(log, 5);
        List<DeadLetter> letters = read.subList(0, 4).stream()
                .map(record -> new DeadLetter(record.offset(), rejection(record), record.raw()))
                .toList();
        assertThat(log.commit(
                        new Batch(Optional.of(read.getLast().offset()), List.of(), List.of(), letters, List.of())))
                .isInstanceOf(CommitResult.Committed.class);
        assertThat(topics.deadLetters()).hasSameSizeAs(letters);
        assertThat(topics.deadLetterHeaders("drover_cut"))
                .hasSize(4)
                .first()
                .isEqualTo(
                        "of 5000000 bytes of value, 5000 of key and 0 of headers not all is kept here; it stands whole at "
                                + "drover.inbox-" + layout.partition() + "@" + first
                                + " as long as the inbox keeps it");
    }

    @Override
    protected ZoneLog log() {
        return opened(new KafkaZoneLog(kafka.bootstrap(), layout, lostInputs, membership::get));
    }

    @Override
    protected void tell(List<InboxMessage> messages) {
        topics.tell(messages);
    }

    @Override
    protected void tellNonsense() {
        topics.send(record(Topics.INBOX, "nonsense"));
    }

    @Override
    protected List<CommandMessage> commands() {
        return topics.commands();
    }

    @Override
    protected List<String> deadLetters() {
        return topics.deadLetters().stream().map(Map.Entry::getValue).toList();
    }

    /** Leaves a transaction open, as an owner does that is killed in the middle of one. */
    private void dyingOwnerWrites(List<EventMessage> events) {
        KafkaProducer<String, byte[]> producer = opened(new KafkaProducer<>(
                ClientSettings.transactionalProducer(kafka.bootstrap(), "drover-zone-" + Fleet.ZONE)));
        producer.initTransactions();
        producer.beginTransaction();
        events.forEach(
                event -> producer.send(Records.write(Topics.EVENTS, layout.partition(), "z1", codec.encode(event))));
        Recording.run().steps().stream()
                .flatMap(step -> step.decision().commands().stream())
                .forEach(command ->
                        producer.send(Records.write(Topics.COMMANDS, layout.partition(), "h1", codec.encode(command))));
        producer.flush();
    }

    private ProducerRecord<String, byte[]> intent() {
        return Records.write(
                Topics.INBOX,
                layout.partition(),
                "z1",
                codec.encode(new Messages().intent(Fleet.evacuate("drain", "h1"))));
    }

    private ProducerRecord<String, byte[]> changed(String header, String value) {
        ProducerRecord<String, byte[]> record = intent();
        replace(record.headers(), header, value);
        return record;
    }

    private ProducerRecord<String, byte[]> without(String header) {
        ProducerRecord<String, byte[]> record = intent();
        record.headers().remove(header);
        return record;
    }

    private ProducerRecord<String, byte[]> nulled(String header) {
        ProducerRecord<String, byte[]> record = without(header);
        record.headers().add(header, null);
        return record;
    }

    private ProducerRecord<String, byte[]> valued(String body) {
        return new ProducerRecord<>(
                Topics.INBOX, layout.partition(), null, "z1", body.getBytes(UTF_8), intent().headers());
    }

    private ProducerRecord<String, byte[]> record(String topic, String value) {
        return new ProducerRecord<>(topic, layout.partition(), "z1", value.getBytes(UTF_8));
    }

    private static void replace(Headers headers, String header, String value) {
        headers.remove(header);
        headers.add(header, value.getBytes(UTF_8));
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private static ZoneLayout layout(int partition) {
        return new ZoneLayout(Fleet.ZONE, partition, List.of(partition));
    }
}
