package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.kafka.ZoneInKafka;
import dev.drover.agent.port.Await;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import dev.drover.schema.report.InventoryReport;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fleet as a process of its own. */
class SimulatedFleetMainTest {
    private static final Duration START = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_fleet_reports_every_host_says_when_it_is_ready_and_ends_with_its_parent() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                ZoneInKafka zone = new ZoneInKafka(kafka.bootstrap(), "z1", 0)) {
            JvmCommand command = JvmCommand.of(
                            SimulatedFleetMain.class,
                            "--zone=z1",
                            "--kafka=" + kafka.bootstrap(),
                            "--journal=" + folder.resolve("journal"),
                            "--hosts=3",
                            "--guests-per-host=2",
                            "--nic-mbit=10000",
                            "--with-parent")
                    .withJvmFlags("-Xmx256m");
            ChildJvm fleet = ChildJvm.start(command, folder.resolve("fleet.log"));
            try (fleet) {
                assertThat(fleet.awaitReady(START)).isEqualTo("fleet 3");
                Await.until(
                        "three hosts with two guests each",
                        START,
                        () -> zone.reports(InventoryReport.class).stream()
                                        .filter(report -> report.facts().vms().size() == 2)
                                        .map(report -> report.facts().host())
                                        .distinct()
                                        .count()
                                == 3);
            }
            assertThat(fleet.exitCode()).hasValue(0);
        }
    }
}
