package dev.drover.scheduler.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.adapter.kafka.Enrolment;
import dev.drover.scheduler.adapter.kafka.KafkaBroker;
import dev.drover.scheduler.adapter.kafka.KafkaZoneLog;
import dev.drover.scheduler.adapter.kafka.LostInputs;
import dev.drover.scheduler.adapter.kafka.Membership;
import dev.drover.scheduler.adapter.kafka.Session;
import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.engine.Await;
import dev.drover.scheduler.engine.Deciding;
import dev.drover.scheduler.engine.PlanningWorker;
import dev.drover.scheduler.engine.SnapshotWriter;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneOwner;
import dev.drover.scheduler.engine.ZonePhase;
import dev.drover.scheduler.engine.ZoneStatus;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.policy.ZonePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A zone that is well, beside one that is not, on one node and a real broker. */
@ExtendWith(KafkaBroker.class)
class OneZoneFailsTest {
    private static final ZoneId ILL = new ZoneId("ill");
    private static final ZoneId WELL = new ZoneId("well");
    private static final NodeId ONE = new NodeId("node-1");
    private static final NodeId TWO = new NodeId("node-2");

    private final String bootstrap;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private ZoneTable table = ZoneTable.EMPTY;

    OneZoneFailsTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @BeforeEach
    void twoZones() {
        ZoneTopics.removeAll(bootstrap);
        table = Enrolment.enrol(bootstrap, before -> before.with(ILL).with(WELL));
    }

    @AfterEach
    void closeAll() throws Exception {
        released.countDown();
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void a_zone_whose_log_cannot_be_read_halts_and_says_where_and_its_neighbour_works() throws Exception {
        ZoneLayout ill = table.find(ILL).orElseThrow();
        try (ZoneTopics topics = new ZoneTopics(bootstrap, ill)) {
            topics.send(new ProducerRecord<>(Topics.EVENTS, ill.partition(), "ill", "{}".getBytes(UTF_8)));
        }
        SchedulerNode node = open(SchedulerGroup.node(bootstrap, ONE.value()));
        ZoneOwners zones = open(
                new ZoneOwners(bootstrap, ZoneTable.of(table.find(WELL).stream().toList())));
        zones.ask();
        Await.until("the answer of the one that is well", zones::allAnswered);
        Await.until("the other to halt", () -> status(node, ILL).phase() == ZonePhase.FAILED);
        assertThat(status(node, ILL).why().orElseThrow())
                .startsWith("zone ill stops: drover.events-" + ill.partition() + " at offset 0 can't be read: ");
        assertThat(status(node, WELL)).isEqualTo(new ZoneStatus(WELL, ZonePhase.ACTIVE, Optional.empty()));
        assertThat(past(node, ILL))
                .contains("\"zone-halted\"", "drover.events-" + ill.partition() + " at offset 0 can't be read");
        zones.ask();
        Await.until("one more answer", zones::allAnswered);
    }

    /** What the node says over HTTP of a moment of the zone's past, which it has to read in the log. */
    private static String past(SchedulerNode node, ZoneId zone) throws Exception {
        URI asked = URI.create(node.address() + "/v1/zones/" + zone + "?at=2999-12-31T23:59:59Z");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> said =
                    client.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.ofString());
            assertThat(said.statusCode()).isEqualTo(500);
            return said.body();
        }
    }

    /** Its last owner goes on when both have long been another's, with an input it had read: it is refused. */
    @Test
    void a_zone_that_is_stuck_holds_up_neither_its_neighbour_nor_the_next_owner_of_both() throws Exception {
        Membership seat = node((zone, log) -> zone.equals(ILL) ? new StuckLog(log, stuck, released) : log);
        ZoneOwners zones = open(new ZoneOwners(bootstrap, table));
        Await.until("both owners", () -> zones.shares().equals(Map.of(ONE, 2L)));
        zones.ask();
        stuck.await();
        Await.until(
                "the neighbour's answer",
                () -> zones.answers().get(WELL).containsAll(zones.questions().get(WELL)));

        open(SchedulerGroup.node(bootstrap, TWO.value()));
        seat.close();
        Await.until("the next owner of both", () -> zones.shares().equals(Map.of(TWO, 2L)));
        Await.until("the answer that was missing", zones::allAnswered);
        released.countDown();
        zones.ask();
        Await.until("all answers", zones::allAnswered);
        assertThat(zones.answers()).isEqualTo(zones.questions());
        assertThat(zones.epochs()).isEqualTo(Map.of(ILL, List.of(1L, 2L), WELL, List.of(1L, 2L)));
    }

    /** Were it loaded where the group is heard, the node would lose its seat, and nothing could be handed over. */
    @Test
    void a_zone_that_takes_long_to_load_keeps_neither_its_neighbour_waiting_nor_the_group() throws Exception {
        node((zone, log) -> {
            if (zone.equals(ILL)) {
                stuck.countDown();
                StuckLog.await(released);
            }
            return log;
        });
        ZoneOwners well = open(
                new ZoneOwners(bootstrap, ZoneTable.of(table.find(WELL).stream().toList())));
        well.ask();
        stuck.await();
        Await.until("the neighbour's answer", well::allAnswered);

        open(SchedulerGroup.node(bootstrap, TWO.value()));
        ZoneOwners both = open(new ZoneOwners(bootstrap, table));
        Await.until("the second node to get a zone", () -> both.shares().containsKey(TWO));
        released.countDown();
        Await.until("an owner of each", () -> both.shares().equals(Map.of(ONE, 1L, TWO, 1L)));
        both.ask();
        Await.until("all answers", both::allAnswered);
    }

    /** A node whose zones have these logs. */
    private Membership node(BiFunction<ZoneId, ZoneLog, ZoneLog> logs) {
        CompletableFuture<Membership> seat = new CompletableFuture<>();
        OwnedZones owned = open(new OwnedZones(
                table,
                () -> table,
                zone -> owner(
                        zone,
                        () -> logs.apply(
                                zone.zone(),
                                new KafkaZoneLog(
                                        bootstrap,
                                        zone,
                                        LostInputs.HALT,
                                        () -> seat.join().metadata())))));
        seat.complete(open(new Membership(bootstrap, ONE, Session.USUAL, owned)));
        return seat.join();
    }

    private static ZoneOwner owner(ZoneLayout zone, Supplier<ZoneLog> log) {
        ZonePolicy policy = ZonePolicy.standard();
        return new ZoneOwner(
                zone.zone(),
                log,
                opened -> new ZoneEngine(
                        zone.zone(),
                        new Deciding(
                                ONE,
                                new ZoneDecider(ONE, policy),
                                new PlanningWorker(new Planner(new FirstFit()), Runnable::run)),
                        new SnapshotWriter(ONE, 10_000),
                        opened,
                        InstantSource.system()),
                Optional::empty,
                Duration.ofMillis(200));
    }

    private static ZoneStatus status(SchedulerNode node, ZoneId zone) {
        return node.statuses().stream()
                .filter(one -> one.zone().equals(zone))
                .findFirst()
                .orElse(new ZoneStatus(zone, ZonePhase.INITIAL, Optional.empty()));
    }

    private <T extends AutoCloseable> T open(T one) {
        open.add(one);
        return one;
    }
}
