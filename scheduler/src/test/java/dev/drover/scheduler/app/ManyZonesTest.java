package dev.drover.scheduler.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.adapter.kafka.Enrolment;
import dev.drover.scheduler.adapter.kafka.KafkaBroker;
import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.engine.Await;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many zones over several nodes and a real broker. */
@ExtendWith(KafkaBroker.class)
class ManyZonesTest {
    private static final ZoneId[] FOUR = {
        new ZoneId("north"), new ZoneId("east"), new ZoneId("south"), new ZoneId("west")
    };
    private static final NodeId ONE = new NodeId("node-1");
    private static final NodeId TWO = new NodeId("node-2");
    private static final NodeId THREE = new NodeId("node-3");

    private final String bootstrap;
    private final List<AutoCloseable> open = new ArrayList<>();

    ManyZonesTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @BeforeEach
    void removeTopics() {
        ZoneTopics.removeAll(bootstrap);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void zones_move_when_nodes_join_and_leave_and_every_question_is_answered_once() {
        node(ONE, FOUR);
        ZoneOwners zones = open(new ZoneOwners(bootstrap, table()));
        awaitShares(zones, Map.of(ONE, 4L));

        SchedulerNode second = node(TWO);
        awaitShares(zones, Map.of(ONE, 2L, TWO, 2L));
        node(THREE);
        Await.until("each of three nodes to own a zone", () -> {
            zones.ask();
            return zones.shares().size() == 3;
        });
        assertThat(zones.shares().values()).allMatch(share -> share <= 2);

        second.close();
        awaitShares(zones, Map.of(ONE, 2L, THREE, 2L));
        Await.until("every answer", zones::allAnswered);
        assertThat(zones.answers()).isEqualTo(zones.questions());
        assertThat(zones.epochs().values())
                .allSatisfy(epochs -> assertThat(epochs)
                        .isEqualTo(
                                LongStream.rangeClosed(1, epochs.size()).boxed().toList()));
    }

    @Test
    void a_zone_that_is_enrolled_while_a_node_runs_gets_an_owner() {
        node(ONE, FOUR[0]);
        ZoneTable more = Enrolment.enrol(bootstrap, table -> table.with(FOUR[1]));

        ZoneOwners zones = open(new ZoneOwners(bootstrap, more));
        awaitShares(zones, Map.of(ONE, 2L));
        assertThat(zones.epochs()).isEqualTo(Map.of(FOUR[0], List.of(1L), FOUR[1], List.of(1L)));
    }

    @Test
    void partitions_of_no_zone_are_left_alone() {
        ZoneTopics.create(bootstrap, new NewTopic(Topics.INBOX, 6, (short) 1).configs(Map.of("retention.ms", "-1")));
        node(ONE, FOUR[0]);
        node(TWO, FOUR[1]);

        ZoneOwners zones = open(new ZoneOwners(bootstrap, table()));
        Await.until("both zones to be owned", () -> {
            zones.ask();
            return zones.owners().values().stream().allMatch(owner -> owner.isPresent());
        });
        Await.until("every answer", zones::allAnswered);
        assertThat(zones.answers()).isEqualTo(zones.questions());
    }

    @Test
    void the_first_node_of_all_enrols_a_zone_if_it_is_told_none_and_later_ones_do_not() {
        node(ONE);
        node(TWO);
        assertThat(table()).isEqualTo(ZoneTable.EMPTY.with(new ZoneId("default")));

        ZoneTopics.removeAll(bootstrap);
        Enrolment.enrol(bootstrap, table -> table.with(FOUR[0]));
        node(THREE);
        assertThat(table()).isEqualTo(ZoneTable.EMPTY.with(FOUR[0]));
    }

    /** Asks all the time meanwhile, so that zones are moved in the middle of their work. */
    private static void awaitShares(ZoneOwners zones, Map<NodeId, Long> wanted) {
        Await.until("the shares " + wanted, () -> {
            zones.ask();
            return zones.shares().equals(wanted);
        });
    }

    private ZoneTable table() {
        return ZoneTableReader.read(bootstrap, Duration.ofSeconds(10));
    }

    private SchedulerNode node(NodeId name, ZoneId... enrolled) {
        return open(SchedulerGroup.node(bootstrap, name.value(), enrolled));
    }

    private <T extends AutoCloseable> T open(T one) {
        open.add(one);
        return one;
    }
}
