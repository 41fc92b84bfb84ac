package dev.drover.scheduler.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneEntry;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableException;
import dev.drover.schema.kafka.ZoneTableReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaBroker.class)
class EnrolmentTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ZoneId A = new ZoneId("a");
    private static final ZoneId B = new ZoneId("b");

    private final String bootstrap;

    EnrolmentTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @BeforeEach
    void removeTopics() {
        ZoneTopics.removeAll(bootstrap);
    }

    @Test
    void before_the_first_zone_the_table_is_empty_and_reading_it_creates_nothing() {
        assertThat(read()).isEqualTo(ZoneTable.EMPTY);
        assertThat(read()).isEqualTo(ZoneTable.EMPTY);
    }

    @Test
    void what_is_enrolled_is_there_for_everybody() {
        ZoneTable table = enrol(A);

        assertThat(table).isEqualTo(ZoneTable.EMPTY.with(A));
        assertThat(read()).isEqualTo(table);
    }

    @Test
    void a_zone_that_is_there_is_not_written_again() {
        enrol(A);
        long before = entries();

        assertThat(enrol(A)).isEqualTo(ZoneTable.EMPTY.with(A));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_later_zone_leaves_the_earlier_ones_alone() {
        enrol(B);

        assertThat(enrol(A)).isEqualTo(ZoneTable.EMPTY.with(B).with(A));
    }

    @Test
    void processes_that_enrol_different_zones_at_once_get_different_partitions() {
        List<CompletableFuture<ZoneTable>> racers = IntStream.range(0, 5)
                .mapToObj(number -> new ZoneId("racer-" + number))
                .map(zone -> CompletableFuture.supplyAsync(
                        () -> enrol(zone), task -> Thread.ofPlatform().start(task)))
                .toList();
        racers.forEach(CompletableFuture::join);

        List<ZoneLayout> layouts = read().layouts();
        assertThat(layouts).extracting(ZoneLayout::partition).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(layouts)
                .flatExtracting(ZoneLayout::commandPartitions)
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(racers)
                .allSatisfy(
                        racer -> assertThat(layouts).containsAll(racer.join().layouts()));
    }

    @Test
    void a_plan_is_made_anew_when_another_process_was_faster() {
        AtomicInteger plans = new AtomicInteger();

        ZoneTable table = Enrolment.enrol(bootstrap, before -> {
            if (plans.incrementAndGet() == 1) {
                enrol(A);
            }
            return before.with(B);
        });

        assertThat(table).isEqualTo(ZoneTable.EMPTY.with(A).with(B));
        assertThat(read()).isEqualTo(table);
    }

    @Test
    void an_entry_that_was_not_committed_is_not_read() {
        enrol(A);
        KafkaProducer<String, byte[]> other =
                new KafkaProducer<>(ClientSettings.transactionalProducer(bootstrap, "drover-zones"));
        try (other) {
            other.initTransactions();
            other.beginTransaction();
            send(other, ZoneEntry.write(new ZoneLayout(B, 0, List.of(0))));

            assertThat(read()).isEqualTo(ZoneTable.EMPTY.with(A));
            other.abortTransaction();
        }
        assertThat(enrol(B)).isEqualTo(ZoneTable.EMPTY.with(A).with(B));
    }

    @Test
    void an_entry_that_can_not_be_read_stops_everything_until_it_is_written_again() {
        enrol(A);
        write(new ProducerRecord<>(Topics.ZONES, 0, "z9", "nonsense".getBytes(UTF_8)));

        assertThatThrownBy(() -> enrol(B))
                .isInstanceOf(ZoneTableException.class)
                .hasMessageContaining("the entry of zone z9 in drover.zones at offset ");
        ZoneLayout cured = new ZoneLayout(new ZoneId("z9"), 5, List.of(20));
        write(ZoneEntry.write(cured));
        assertThat(enrol(B).find(cured.zone())).contains(cured);
    }

    @Test
    void two_entries_that_share_a_partition_are_both_named() {
        enrol(A);
        write(ZoneEntry.write(new ZoneLayout(B, 1, List.of(3, 4))));

        assertThatThrownBy(this::read)
                .isInstanceOf(ZoneTableException.class)
                .hasMessageStartingWith("zones a and b share partitions [3] of drover.commands and drover.telemetry; ");
    }

    @Test
    void a_topic_that_would_break_a_promise_keeps_zones_out() {
        ZoneTopics.create(bootstrap, new NewTopic(Topics.EVENTS, 1, (short) 1).configs(Map.of("retention.ms", "1000")));

        assertThatThrownBy(() -> enrol(A)).isInstanceOf(ZoneLogException.class);
        assertThat(read()).isEqualTo(ZoneTable.EMPTY);
    }

    private ZoneTable enrol(ZoneId zone) {
        return Enrolment.enrol(bootstrap, table -> table.with(zone));
    }

    private ZoneTable read() {
        return ZoneTableReader.read(bootstrap, SOON);
    }

    /** By the end of the topic, which counts every entry and every mark of a transaction. */
    private long entries() {
        return ZoneTopics.end(bootstrap, Topics.ZONES, 0);
    }

    private void write(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(ClientSettings.producer(bootstrap))) {
            send(producer, record);
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }
}
