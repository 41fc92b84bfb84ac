package dev.drover.scheduler.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.scheduler.adapter.kafka.KafkaBroker;
import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.engine.Await;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The scheduler's main class in a process of its own. */
@ExtendWith(KafkaBroker.class)
class SchedulerProcessTest {
    private static final int BY_SIGTERM = 128 + 15;

    private final EmbeddedKafka kafka;

    @TempDir
    private Path folder;

    SchedulerProcessTest(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    @Test
    void it_says_that_it_is_ready_and_ends_in_order_soon_after_a_sigterm() {
        ZoneTopics.removeAll(kafka.bootstrap());
        ZoneLayout layout = ZoneLayout.only(new ZoneId("sigterm"));
        try (ChildJvm child = start("node-1", layout);
                ZoneTopics topics = new ZoneTopics(kafka.bootstrap(), layout)) {
            assertThat(child.awaitReady(Duration.ofMinutes(2)))
                    .matches("scheduler node-1 at http://127\\.0\\.0\\.1:[0-9]+");
            Await.until("its ownership", () -> topics.events().stream().anyMatch(ZoneOwnershipTaken.class::isInstance));
            Instant told = Instant.now();
            ProcessHandle.of(child.pid()).orElseThrow().destroy();
            Await.until("its end", () -> !child.isAlive());
            assertThat(child.exitCode()).isEqualTo(OptionalInt.of(BY_SIGTERM));
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(8));
            assertThat(SchedulerGroup.members(kafka.bootstrap())).isZero();
        }
    }

    @Test
    void it_ends_with_a_clear_message_when_another_process_takes_its_name() throws Exception {
        ZoneTopics.removeAll(kafka.bootstrap());
        ZoneLayout layout = ZoneLayout.only(new ZoneId("twins"));
        try (ChildJvm child = start("node-1", layout)) {
            child.awaitReady(Duration.ofMinutes(2));
            Await.until("its seat", () -> SchedulerGroup.members(kafka.bootstrap()) == 1);
            SchedulerNode twin = SchedulerGroup.node(kafka.bootstrap(), "node-1", layout.zone());
            try (twin) {
                Await.until("its end", () -> !child.isAlive());
            }
            assertThat(child.exitCode()).isEqualTo(OptionalInt.of(1));
            assertThat(Files.readAllLines(child.log()))
                    .endsWith("drover-scheduler: another process runs as node node-1, so this one stops: give each a "
                            + "name of its own");
        }
    }

    private ChildJvm start(String node, ZoneLayout layout) {
        return ChildJvm.start(SchedulerGroup.scheduler(kafka.bootstrap(), node, layout), folder.resolve(node + ".log"));
    }
}
