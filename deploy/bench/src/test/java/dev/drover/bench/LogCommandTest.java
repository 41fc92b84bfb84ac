package dev.drover.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.bench.result.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LogCommandTest {
    private static final int SECONDS = 3;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_small_run_says_one_json_object_whose_figures_fit_together() throws Exception {
        int code = run("log", "--json", "--vms", "500", "--seconds", Integer.toString(SECONDS), "--rounds", "1");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().strip().lines()).hasSize(1);
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.at("/benchmark").asText()).isEqualTo("log");
        assertThat(report.at("/machine/processors").asInt()).isPositive();
        assertThat(report.at("/floors").size()).isEqualTo(2);
        assertThat(report.at("/growth").size()).isZero();
        JsonNode size = report.at("/sizes/0");
        everyFigureIsPositive(size);
        theLoadAddsUp(size);
        theRatiosAreThoseOfTheFigures(size);
        assertThat(err.toString()).contains("round 2: ");
    }

    @Test
    void a_fleet_that_is_too_small_to_drain_is_refused() {
        assertThat(run("log", "--vms", "499")).isNotZero();
        assertThat(err.toString()).contains("--vms").contains("499").contains("give 500 or more");
    }

    private static void everyFigureIsPositive(JsonNode size) {
        for (String figure : List.of(
                "/hosts",
                "/load/batches",
                "/load/eventsPerInput",
                "/load/commandsPerInput",
                "/load/logBytesPerInput",
                "/engine/inputsPerSecond",
                "/engine/commitP50Millis",
                "/engine/loopCpuMicrosPerInput",
                "/raw/inputsPerSecond",
                "/engineToRaw",
                "/replay/eventsPerSecond",
                "/replay/droverToRaw",
                "/restart/fromSnapshotMillis",
                "/restart/fromStartMillis",
                "/restart/snapshotBytes",
                "/planning/plans",
                "/heap/bytesPer100kVms")) {
            assertThat(size.at(figure).asDouble()).as(figure).isPositive();
        }
    }

    private static void theLoadAddsUp(JsonNode size) {
        assertThat(size.at("/vms").asInt()).isEqualTo(500);
        assertThat(size.at("/hosts").asInt()).isEqualTo(10);
        assertThat(size.at("/load/inputs").asInt()).isGreaterThanOrEqualTo(SECONDS * Settings.INPUTS_A_SECOND);
        double shares = 0;
        for (JsonNode share : size.at("/load/mix")) {
            shares += share.asDouble();
        }
        assertThat(shares).isBetween(0.999, 1.001);
        assertThat(size.at("/replay/events").asDouble())
                .isGreaterThan(size.at("/load/eventsPerInput").asDouble()
                        * size.at("/load/inputs").asInt());
        assertThat(size.at("/restart/tailEvents").asLong())
                .isLessThan(size.at("/restart/logEvents").asLong());
    }

    /** With one round there is one pair, and its ratio is that of its figures. */
    private static void theRatiosAreThoseOfTheFigures(JsonNode size) {
        assertThat(size.at("/engineToRaw").asDouble())
                .isEqualTo(size.at("/engine/inputsPerSecond").asDouble()
                        / size.at("/raw/inputsPerSecond").asDouble());
        assertThat(size.at("/engine/commitP99Millis").asDouble())
                .isGreaterThanOrEqualTo(size.at("/engine/commitP50Millis").asDouble());
        assertThat(size.at("/engine/batchP99Millis").asDouble())
                .isGreaterThanOrEqualTo(size.at("/engine/commitP99Millis").asDouble());
    }

    private int run(String... words) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
