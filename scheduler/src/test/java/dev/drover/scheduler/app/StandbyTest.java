package dev.drover.scheduler.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.adapter.kafka.KafkaBroker;
import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.engine.Answer;
import dev.drover.scheduler.engine.Await;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.StateDigest;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.report.InventoryReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who answers for a zone, on a real broker: one zone, three nodes, two of which keep its state. */
@ExtendWith(KafkaBroker.class)
class StandbyTest {
    private static final ZoneLayout ZONE = ZoneLayout.only(Fleet.ZONE);

    private final String bootstrap;
    private final Messages messages = new Messages();
    private final List<SchedulerNode> nodes = new ArrayList<>();

    StandbyTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @BeforeEach
    void removeTopics() {
        ZoneTopics.removeAll(bootstrap);
    }

    @AfterEach
    void closeAll() {
        nodes.forEach(SchedulerNode::close);
    }

    @Test
    void the_owner_and_its_standby_answer_alike_and_the_third_node_knows_whom_to_ask() {
        SchedulerNode owner = node("node-1");
        Await.until("an owner", () -> owner.zones().ask(ZONE, Folded::position) instanceof Answer.Here);
        SchedulerNode standby = node("node-2");
        SchedulerNode third = node("node-3");
        tellOfAHost("h1", 64);

        Await.until("the same answer", () -> digest(standby).equals(digest(owner)) && hosts(owner) == 1);
        Await.until(
                "the third to know the owner",
                () -> third.zones()
                        .ask(ZONE, Folded::position)
                        .equals(new Answer.Elsewhere<>(List.of(new NodeId("node-1"), new NodeId("node-2")))));
    }

    @Test
    void a_standby_takes_over_with_what_it_knows_and_nothing_is_missing() {
        SchedulerNode owner = node("node-1");
        Await.until("an owner", () -> owner.zones().ask(ZONE, Folded::position) instanceof Answer.Here);
        SchedulerNode standby = node("node-2");
        tellOfAHost("h1", 64);
        Await.until("the standby to know", () -> hosts(standby) == 1);

        nodes.remove(owner);
        owner.close();
        tellOfAHost("h2", 64);
        Await.until("the new owner to know of both hosts", () -> hosts(standby) == 2);
        try (ZoneTopics topics = new ZoneTopics(bootstrap, ZONE)) {
            assertThat(topics.events().stream()
                            .filter(ZoneOwnershipTaken.class::isInstance)
                            .map(event -> ((ZoneOwnershipTaken) event).node().value()))
                    .containsExactly("node-1", "node-2");
        }
    }

    private void tellOfAHost(String name, int gibibytes) {
        try (ZoneTopics topics = new ZoneTopics(bootstrap, ZONE)) {
            topics.tell(messages.report(Fleet.id(name), new InventoryReport(Fleet.host(name, gibibytes))));
        }
    }

    private static int hosts(SchedulerNode node) {
        return node.zones().ask(ZONE, known -> known.state().inventory().hosts().size())
                        instanceof Answer.Here<Integer> here
                ? here.value()
                : -1;
    }

    private static String digest(SchedulerNode node) {
        return node.zones().ask(ZONE, known -> StateDigest.of(known.state())) instanceof Answer.Here<String> here
                ? here.value()
                : "unknown";
    }

    private SchedulerNode node(String name) {
        SchedulerNode node = SchedulerGroup.node(bootstrap, name, Fleet.ZONE);
        nodes.add(node);
        return node;
    }
}
