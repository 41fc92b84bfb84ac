package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void jsonIsOneObjectAndNothingElse() throws Exception {
        Command run = Command.run(LIMIT, "simulate", "--seeds", "1..3", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        JsonNode result = new ObjectMapper().readTree(run.out());
        List<String> fields = new ArrayList<>();
        result.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).containsExactlyInAnyOrder("seeds", "steps", "faults", "violations", "elapsed_s");
        assertThat(result.get("seeds").asInt()).isEqualTo(3);
        assertThat(result.get("steps").asLong()).isPositive();
        assertThat(result.get("faults").get("NODE_KILLED").isIntegralNumber()).isTrue();
        assertThat(result.get("violations").isEmpty()).isTrue();
    }

    @Test
    void peopleGetATableAndASum() throws Exception {
        Command run = Command.run(LIMIT, "simulate", "--seeds", "4");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("FAULT", "NODE_KILLED", "1 seeds, ", " 0 violations, ");
    }

    @Test
    void tooFewFaultsAreAFailureAndAreNamed() throws Exception {
        Command run = Command.run(LIMIT, "simulate", "--seeds", "1", "--json", "--each-fault", "1000");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("NODE_KILLED happened ", "less than 1000; simulate more seeds");
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void whatIsNoRangeIsAUsageError() throws Exception {
        assertThat(Command.run(LIMIT, "simulate", "--seeds", "9..1"))
                .satisfies(wrong -> assertThat(wrong.exitCode()).isEqualTo(2))
                .satisfies(wrong -> assertThat(wrong.err()).contains("'9..1' ends before it begins"));
        assertThat(Command.run(LIMIT, "simulate", "--seeds", "some"))
                .satisfies(wrong -> assertThat(wrong.exitCode()).isEqualTo(2))
                .satisfies(wrong -> assertThat(wrong.err()).contains("'some' is no range of seeds; write it like"));
    }

    @Test
    void aScenarioThatCantBeReadIsAUsageErrorThatSaysWhy(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"seed\": 1}");
        Command wrong = Command.run(LIMIT, "simulate", "--scenario", file.toString());

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("broken.json can't be read").contains("'nodes'");
    }
}
