package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void helpNamesEveryCommand() throws Exception {
        Command help = Command.run(SOON, "--help");

        assertThat(help.out()).contains("demo", "host", "lab");
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
}
