package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.scheduler.engine.Await;
import dev.drover.scheduler.engine.Engines;
import dev.drover.scheduler.engine.SlotFooter;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Snapshots as an owner writes them to a real broker, and one of them made useless there. */
@ExtendWith(KafkaBroker.class)
class KafkaSnapshotTest {
    private static final ZoneLayout LAYOUT = ZoneLayout.only(Fleet.ZONE);
    private static final long EVENTS_A_SNAPSHOT = 5;

    private final String bootstrap;
    private final Messages messages = new Messages();

    KafkaSnapshotTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @Test
    void a_spoilt_snapshot_is_passed_over_for_the_older_one_and_the_state_is_the_same() {
        Takeover takeover = takeOverPast(newest -> List.of(hollow(newest)));
        assertThat(takeover.begun().footer().position())
                .isLessThan(takeover.newest().footer().position());
        assertThat(takeover.begun().slot()).isNotEqualTo(takeover.newest().slot());
    }

    /** Until the topic is compacted, that is what its slot held before. */
    @Test
    void a_snapshot_that_a_newer_version_wrote_is_passed_over_for_the_one_before_and_the_state_is_the_same() {
        Takeover takeover = takeOverPast(newest -> List.of(
                newer(newest, 0, newest.chunks().getFirst()),
                newer(newest, newest.footer().parts(), later(newest.footer()))));
        assertThat(takeover.begun()).isEqualTo(takeover.newest());
    }

    /** What was the newest snapshot, and what the next owner began with. */
    private record Takeover(SlotFooter newest, SlotFooter begun) {}

    /** A takeover after these records were written behind the newest snapshot, which they do not outdo. */
    private Takeover takeOverPast(Function<StoredSnapshot, List<ProducerRecord<String, byte[]>>> records) {
        ZoneTopics.removeAll(bootstrap);
        TopicSetup.ensure(bootstrap, LAYOUT);
        try (ZoneTopics topics = new ZoneTopics(bootstrap, LAYOUT);
                ZoneLog first = log();
                ZoneLog second = log();
                ZoneLog third = log()) {
            ZoneEngine owner = engine(first);
            owner.takeOver(Optional.empty());
            StoredSnapshot newest = twoSnapshots(topics, owner);
            SlotFooter was = new SlotFooter(newest.slot(), newest.footer());
            assertThat(Engines.newestGood(third.history())).contains(was);
            records.apply(newest).forEach(topics::send);
            SlotFooter begun = Engines.newestGood(third.history()).orElseThrow();

            ZoneEngine next = engine(second);
            next.takeOver(Optional.empty());
            assertThat(ZoneScenario.fold(topics.log())).isEqualTo(next.state());
            assertThat(next.state().inventory()).isEqualTo(owner.state().inventory());
            assertThat(third.history().snapshotOutside(Set.of()).map(StoredSnapshot::footer))
                    .contains(newest.footer());
            return new Takeover(was, begun);
        }
    }

    /** The newest of at least two that are whole. */
    private StoredSnapshot twoSnapshots(ZoneTopics topics, ZoneEngine owner) {
        int[] hosts = {0};
        try (KafkaZoneHistory history = new KafkaZoneHistory(bootstrap, LAYOUT)) {
            Await.until("two snapshots", () -> {
                String host = "h" + ++hosts[0];
                topics.tell(messages.report(Fleet.id(host), new InventoryReport(Fleet.host(host, 64))));
                owner.step(Duration.ofMillis(20));
                Optional<StoredSnapshot> newest = history.snapshotOutside(Set.of());
                Set<Slot> tried = newest.map(one -> Set.of(one.slot())).orElse(Set.of());
                return newest.isPresent()
                        && newest.get().footer().ofEvents() > EVENTS_A_SNAPSHOT
                        && history.snapshotOutside(tried).isPresent();
            });
            return history.snapshotOutside(Set.of()).orElseThrow();
        }
    }

    /** The first part, in place of what it was: it has lost what it held. */
    private static ProducerRecord<String, byte[]> hollow(StoredSnapshot snapshot) {
        return part(snapshot, 0, new SnapshotChunk(snapshot.footer().ofEvents(), 0, List.of()));
    }

    /** A part of a version of its type that this program does not know. */
    private static ProducerRecord<String, byte[]> newer(StoredSnapshot snapshot, int part, SnapshotPart content) {
        ProducerRecord<String, byte[]> record = part(snapshot, part, content);
        record.headers().remove("ce_typeversion").add("ce_typeversion", "99".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** What would be the newest, could it be read. */
    private static SnapshotFooter later(SnapshotFooter footer) {
        LogPosition position = new LogPosition(footer.position().value() + 1);
        return new SnapshotFooter(footer.ofEvents(), footer.parts(), position, footer.at(), footer.digest());
    }

    private static ProducerRecord<String, byte[]> part(StoredSnapshot snapshot, int part, SnapshotPart content) {
        Head head = new Head(
                new MessageId("snapshot-" + part),
                Fleet.ZONE,
                ZoneScenario.START,
                Actor.operator("nobody"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Records.write(
                Topics.SNAPSHOTS,
                LAYOUT.partition(),
                Fleet.ZONE + "/" + snapshot.slot() + "/" + part,
                new MessageCodec().encode(new SnapshotMessage(head, snapshot.slot(), part, content)));
    }

    private static ZoneEngine engine(ZoneLog log) {
        return Engines.engine(log, InstantSource.system(), EVENTS_A_SNAPSHOT);
    }

    private ZoneLog log() {
        return new KafkaZoneLog(
                bootstrap, LAYOUT, LostInputs.HALT, () -> new ConsumerGroupMetadata("kafka-snapshot-test"));
    }
}
