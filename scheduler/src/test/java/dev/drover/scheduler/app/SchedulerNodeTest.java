package dev.drover.scheduler.app;

import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.scheduler.adapter.kafka.KafkaBroker;
import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.engine.Await;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.InventoryReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whole nodes over a real broker, with agents that do as they are told. */
@ExtendWith(KafkaBroker.class)
class SchedulerNodeTest {
    private final EmbeddedKafka kafka;
    private final ZoneLayout layout;
    private final Messages messages;
    private final List<AutoCloseable> open = new ArrayList<>();

    SchedulerNodeTest(EmbeddedKafka kafka, TestInfo test) {
        this.kafka = kafka;
        this.layout =
                ZoneLayout.only(new ZoneId("z" + Math.abs(test.getDisplayName().hashCode())));
        this.messages = new Messages(layout.zone());
    }

    @BeforeEach
    void removeTopics() {
        ZoneTopics.removeAll(kafka.bootstrap());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void a_node_evacuates_a_host() {
        node("node-1");
        ZoneTopics topics = topics();
        agents();
        evacuate(topics);
        awaitEnd(topics);
        assertThat(succeeded(topics)).isEqualTo(2);
        assertThat(starts(topics)).isEqualTo(2);
        assertThat(epochs(topics)).containsExactly(new Epoch(1));
    }

    @Test
    void a_node_that_joins_does_not_disturb_the_owner() {
        node("node-1");
        ZoneTopics topics = topics();
        ScriptedAgents agents = agents();
        agents.hold();
        evacuate(topics);
        Await.until("a running migration", () -> has(topics, MigrationRunning.class));

        node("node-2");
        int told = 0;
        while (members() < 2) {
            topics.tell(growing(++told));
        }
        topics.tell(growing(++told));
        agents.letGo();
        awaitEnd(topics);
        assertThat(epochs(topics)).containsExactly(new Epoch(1));
        assertThat(starts(topics)).isEqualTo(2);
        assertThat(topics.events()).contains(new HostInventoryRecorded(host("h3", told)));
    }

    @Test
    void a_node_that_stops_hands_its_zone_over_at_once() {
        SchedulerNode first = node("node-1");
        ZoneTopics topics = topics();
        ScriptedAgents agents = agents();
        agents.hold();
        evacuate(topics);
        Await.until("a running migration", () -> has(topics, MigrationRunning.class));
        node("node-2");
        Await.until("two members", () -> members() == 2);

        first.close();
        assertThat(members()).isEqualTo(1);
        agents.letGo();
        awaitEnd(topics);
        assertThat(epochs(topics)).containsExactly(new Epoch(1), new Epoch(2));
        assertThat(starts(topics)).isEqualTo(2);
    }

    @Test
    void a_node_that_is_killed_is_followed_by_another_and_nothing_is_done_twice(@TempDir Path folder) {
        ChildJvm first = open(ChildJvm.start(
                SchedulerGroup.scheduler(kafka.bootstrap(), "node-1", layout), folder.resolve("node-1.log")));
        first.awaitReady(Duration.ofSeconds(30));
        ZoneTopics topics = topics();
        ScriptedAgents agents = agents();
        agents.hold();
        evacuate(topics);
        Await.until("a running migration", () -> has(topics, MigrationRunning.class));
        node("node-2");
        Await.until("two members", () -> members() == 2);

        first.kill();
        agents.letGo();
        awaitEnd(topics);
        assertThat(epochs(topics)).containsExactly(new Epoch(1), new Epoch(2));
        assertThat(starts(topics)).isEqualTo(2);
        assertThat(succeeded(topics)).isEqualTo(2);
    }

    @Test
    void a_node_that_comes_back_under_its_name_goes_on_with_its_zone() {
        SchedulerNode before = node("node-1");
        ZoneTopics topics = topics();
        ScriptedAgents agents = agents();
        agents.hold();
        evacuate(topics);
        Await.until("a running migration", () -> has(topics, MigrationRunning.class));
        before.close();
        node("node-1");
        agents.letGo();
        awaitEnd(topics);
        assertThat(epochs(topics)).containsExactly(new Epoch(1), new Epoch(2));
    }

    @Test
    void of_two_nodes_with_one_name_the_first_is_expelled_and_told_why() {
        SchedulerNode first = node("node-1");
        ZoneTopics topics = topics();
        agents();
        Await.until("an owner", () -> has(topics, ZoneOwnershipTaken.class));
        node("node-1");
        assertThat(first.expelled()
                        .toCompletableFuture()
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join())
                .isEqualTo("another process runs as node node-1, so this one stops: give each a name of its own");
        first.close();
        evacuate(topics);
        awaitEnd(topics);
    }

    private ReportMessage growing(int gibibytes) {
        return messages.report(id("h3"), new InventoryReport(host("h3", gibibytes)));
    }

    private SchedulerNode node(String name) {
        return open(SchedulerGroup.node(kafka.bootstrap(), name, layout.zone()));
    }

    private ZoneTopics topics() {
        return open(new ZoneTopics(kafka.bootstrap(), layout));
    }

    private ScriptedAgents agents() {
        return open(new ScriptedAgents(
                kafka.bootstrap(), layout, host("h1", 64, running(1, 4), running(2, 4)), host("h2", 64)));
    }

    private void evacuate(ZoneTopics topics) {
        Await.until("both hosts", () -> count(topics, HostInventoryRecorded.class) == 2);
        topics.tell(messages.intent(Fleet.evacuate("drain", "h1")));
    }

    private static void awaitEnd(ZoneTopics topics) {
        IntentEnded end = IntentEnded.of(new IntentId("drain"), IntentOutcome.COMPLETED, List.of());
        Await.until("the end of the evacuation", () -> topics.events().contains(end));
        assertThat(Collections.frequency(topics.events(), end)).isEqualTo(1);
    }

    private static boolean has(ZoneTopics topics, Class<? extends ZoneEvent> kind) {
        return count(topics, kind) > 0;
    }

    private static long count(ZoneTopics topics, Class<? extends ZoneEvent> kind) {
        return topics.events().stream().filter(kind::isInstance).count();
    }

    private static long succeeded(ZoneTopics topics) {
        return count(topics, MigrationSucceeded.class);
    }

    private static long starts(ZoneTopics topics) {
        return topics.commands().stream()
                .filter(command -> command.command() instanceof StartMigration)
                .count();
    }

    private static List<Epoch> epochs(ZoneTopics topics) {
        return topics.log().stream()
                .filter(event -> event.event() instanceof ZoneOwnershipTaken)
                .map(EventMessage::epoch)
                .toList();
    }

    private int members() {
        return SchedulerGroup.members(kafka.bootstrap());
    }

    private <T extends AutoCloseable> T open(T one) {
        open.add(one);
        return one;
    }
}
