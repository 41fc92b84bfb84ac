package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.adapter.kafka.Enrolment;
import dev.drover.schema.id.ZoneId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    private static final Duration SOON = Duration.ofSeconds(120);

    @Test
    void helpNamesEveryCommand() throws Exception {
        Command help = Command.run(SOON, "--help");

        assertThat(help.out()).contains("demo", "host", "lab", "simulate");
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheOneThatWasMeant() throws Exception {
        Command wrong = Command.run(SOON, "demo", "--labb");

        assertThat(wrong.err()).contains("Unknown option: '--labb'").contains("Possible solutions: --lab");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void aNameThatCanBeNoHostIsOneLineThatSaysWhatIsAllowed() throws Exception {
        Command wrong = Command.run(SOON, "host", "drain", "../etc", "--kafka", "127.0.0.1:1");

        assertThat(wrong.err().lines()).hasSize(1);
        assertThat(wrong.err()).contains("host").contains("../etc").contains("letter or digit");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void aMissingOptionIsNamed() throws Exception {
        Command wrong = Command.run(SOON, "host", "drain", "h1");

        assertThat(wrong.err()).contains("--kafka");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void theLabsOwnExitCodeComesThrough() throws Exception {
        Command wrong = Command.run(SOON, "lab", "no-such-command");

        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void anAddressThatCanBeNoKafkaIsOneLine() throws Exception {
        Command wrong = Command.run(SOON, "host", "drain", "h1", "--kafka", "nonsense");

        assertThat(wrong.err().lines()).hasSize(1);
        assertThat(wrong.err()).startsWith("drover: Kafka: ").contains("nonsense");
        assertThat(wrong.exitCode()).isEqualTo(1);
    }

    @Test
    void theLabsOptionsReachTheLab() throws Exception {
        Command status = Command.run(SOON, "lab", "status", "--jsonn");

        assertThat(status.err()).contains("status does not know '--jsonn'");
        assertThat(status.exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsInUseIsNotTakenForANewOne(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("something"));

        Command wrong = Command.run(SOON, "demo", "--keep", folder.toString());

        assertThat(wrong.err()).startsWith("drover: --keep is ").contains("not empty; name a new folder");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void aZoneThatIsNotThereIsOneLineThatNamesThoseThatAre(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            Command none = Command.run(SOON, "host", "drain", "h1", "--kafka", kafka.bootstrap());
            assertThat(none.err())
                    .isEqualToIgnoringNewLines("drover: zone default is not in the zone table (there is no zone yet); "
                            + "correct the name, or start a scheduler with --zone default");
            assertThat(none.exitCode()).isEqualTo(1);

            Enrolment.enrol(
                    kafka.bootstrap(), table -> table.with(new ZoneId("fra1")).with(new ZoneId("lon2")));
            Command wrong =
                    Command.run(SOON, "host", "drain", "h1", "--zone", "frankfurt", "--kafka", kafka.bootstrap());
            assertThat(wrong.err())
                    .isEqualToIgnoringNewLines("drover: zone frankfurt is not in the zone table (known: fra1, lon2); "
                            + "correct the name, or start a scheduler with --zone frankfurt");
            assertThat(wrong.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aKafkaThatIsNotThereIsNamed() throws Exception {
        Command wrong = Command.run(SOON, "host", "drain", "h1", "--kafka", "127.0.0.1:1");

        assertThat(wrong.err()).contains("Kafka at 127.0.0.1:1 does not answer within 10 s; is it running");
        assertThat(wrong.exitCode()).isEqualTo(1);
    }
}
