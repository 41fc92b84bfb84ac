package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.port.Await;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process of its own. */
class AgentMainTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void an_agent_without_its_libvirt_says_so_tries_again_ever_later_and_can_be_stopped() {
        new RememberedZone(folder.resolve("journal")).keep(ZoneLayout.only(new ZoneId("z1")));
        ChildJvm agent = start();
        try (agent) {
            Await.until("two tries", SOON, () -> log(agent).contains("tries again in 2 s"));
            assertThat(log(agent))
                    .contains("Kafka at 127.0.0.1:1 does not answer; goes on with the partitions of zone z1 as it knew "
                            + "them")
                    .contains("host=h1 can't reach libvirt at qemu+tcp://127.0.0.1:1/system, tries again in 1 s");
            assertThat(agent.isAlive()).isTrue();
        }
        assertThat(agent.exitCode()).hasValue(0);
        assertThat(log(agent)).doesNotContain("READY");
    }

    @Test
    void an_agent_that_never_knew_its_zone_waits_for_kafka_and_can_be_stopped() {
        ChildJvm agent = start();
        try (agent) {
            Await.until("a look", SOON, () -> log(agent).contains("looks for zone z1 again in 1 s"));
            assertThat(log(agent)).contains("Kafka at 127.0.0.1:1 does not answer; looks for zone z1");
        }
        assertThat(agent.exitCode()).hasValue(0);
    }

    private ChildJvm start() {
        return ChildJvm.start(
                JvmCommand.of(
                        AgentMain.class,
                        "--host=h1",
                        "--zone=z1",
                        "--kafka=127.0.0.1:1",
                        "--journal=" + folder.resolve("journal"),
                        "--libvirt=qemu+tcp://127.0.0.1:1/system",
                        "--migration-uri=qemu+tcp://127.0.0.1/system",
                        "--nic-mbit=1000",
                        "--with-parent"),
                folder.resolve("agent.log"));
    }

    private static String log(ChildJvm agent) {
        try {
            return Files.readString(agent.log());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
