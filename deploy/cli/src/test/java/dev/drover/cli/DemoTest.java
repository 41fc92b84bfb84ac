package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demonstration, as a newcomer runs it. */
class DemoTest {
    @Test
    void aSimulatedHostIsDrainedOfAllItsGuests() throws Exception {
        Command demo = Command.run(Duration.ofMinutes(3), "demo");

        assertThat(demo.out()).as(demo.err()).contains("4 of 4 guests moved off h1", "all as promised");
        assertThat(demo.exitCode()).isZero();
    }

    @Test
    @Tag("lab")
    void realGuestsSurviveTheDeathOfTheirAgentAndOfTheScheduler() throws Exception {
        Command demo = Command.run(Duration.ofMinutes(6), "demo", "--lab");

        assertThat(demo.out())
                .as(demo.err())
                .contains(
                        "kill -9 of the agent on h1",
                        "kill -9 of scheduler",
                        "6 of 6 guests moved off h1",
                        "nothing of it is left",
                        "all as promised");
        assertThat(demo.exitCode()).isZero();
    }
}
