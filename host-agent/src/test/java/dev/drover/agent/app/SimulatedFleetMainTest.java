package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.kafka.ZoneInKafka;
import dev.drover.agent.port.Await;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import dev.drover.schema.report.InventoryReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
                ZoneInKafka zone = new ZoneInKafka(kafka.bootstrap(), "z1", 3)) {
            zone.enrol();
            ChildJvm fleet = start(kafka);
            try (fleet) {
                assertThat(fleet.awaitReady(START)).isEqualTo("fleet 3");
                awaitGuests(zone);
            }
            assertThat(fleet.exitCode()).hasValue(0);
        }
    }

    @Test
    void agents_that_start_before_their_zone_is_enrolled_say_so_and_wait_for_it() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                ZoneInKafka other = new ZoneInKafka(kafka.bootstrap(), "z2", 1);
                ZoneInKafka zone = new ZoneInKafka(kafka.bootstrap(), "z1", 2)) {
            other.enrol();
            ChildJvm fleet = start(kafka);
            try (fleet) {
                Await.until("a second look", START, () -> log(fleet).contains("looks again in 2 s"));
                assertThat(log(fleet))
                        .contains(
                                "zone z1 is not in the zone table (known: z2); correct the name, or start a scheduler "
                                        + "with --zone z1; looks again in 1 s")
                        .doesNotContain("READY");
                zone.enrol();
                assertThat(fleet.awaitReady(START)).isEqualTo("fleet 3");
                awaitGuests(zone);
            }
            assertThat(fleet.exitCode()).hasValue(0);
        }
    }

    @Test
    void agents_that_wait_for_their_zone_can_be_stopped() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            ChildJvm fleet = start(kafka);
            try (fleet) {
                Await.until("a look", START, () -> log(fleet).contains("(there is no zone yet)"));
            }
            assertThat(fleet.exitCode()).hasValue(0);
        }
    }

    private ChildJvm start(EmbeddedKafka kafka) {
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
        return ChildJvm.start(command, folder.resolve("fleet.log"));
    }

    private static void awaitGuests(ZoneInKafka zone) {
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

    private static String log(ChildJvm fleet) {
        try {
            return Files.readString(fleet.log());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
