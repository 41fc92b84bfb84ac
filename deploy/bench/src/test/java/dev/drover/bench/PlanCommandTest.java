package dev.drover.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.bench.plan.Instances;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlanCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void each_instance_is_one_line_with_exactly_these_keys() throws IOException {
        assertThat(run("--json", file("mix-100"), file("rack25-100"))).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode mix = JsonMapper.builder().build().readTree(lines.get(0));
        assertThat(mix.fieldNames())
                .toIterable()
                .containsExactly(
                        "instance",
                        "vms",
                        "hosts",
                        "makespan_s",
                        "lower_bound_s",
                        "solve_ms",
                        "lpt_makespan_s",
                        "lpt_ms",
                        "bottleneck",
                        "moves");
        assertThat(mix.at("/instance").asText()).isEqualTo("mix-100");
        assertThat(mix.at("/vms").asInt()).isEqualTo(100);
        assertThat(mix.at("/hosts").asInt()).isEqualTo(25);
        assertThat(mix.at("/bottleneck").asText()).isEqualTo("h22.rx");
        assertThat(lines.get(0)).contains("\"makespan_s\":206,\"lower_bound_s\":206,");
        assertThat(lines.get(1)).contains("\"makespan_s\":183,\"lower_bound_s\":182.75,");
        assertThat(mix.at("/moves")).hasSize(100);
        JsonNode move = mix.at("/moves/0");
        assertThat(move.fieldNames())
                .toIterable()
                .containsExactly("vm", "destination", "start_s", "end_s", "rate_mbps");
        assertThat(move.at("/vm").asText()).isEqualTo("v0");
        assertThat(move.at("/destination").asText()).isEqualTo("h17");
        assertThat(move.at("/start_s").isIntegralNumber()).isTrue();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_table_has_a_head_and_a_row_a_plan() {
        assertThat(run("--destinations", "free", "--model", "drover", "--generate", "20,30"))
                .isZero();

        assertThat(out.toString().lines()).hasSize(3);
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .startsWith("instance")
                .endsWith("bottleneck");
    }

    @Test
    void who_stays_behind_is_named_with_the_reason() throws IOException {
        Path cut = folder.resolve("cut.json");
        Files.writeString(
                cut,
                "{\"switches\":[],\"links\":[],\"hosts\":[[\"a\",0,4,16,1000,\"source\"],[\"b\",0,4,16,1000,\"destination\"]],"
                        + "\"vms\":[[\"v\",\"a\",\"b\",2000,4,1,96,2,3.5]]}");

        assertThat(run("--json", cut.toString())).isZero();
        assertThat(out.toString()).contains("\"makespan_s\":0,").contains("\"moves\":[]");
        assertThat(err.toString()).isEqualToIgnoringNewLines("cut: v has no path from a to b");
    }

    @Test
    void what_can_not_be_understood_is_refused_with_the_cure() {
        assertThat(run("--destinations", "random", file("mix-100"))).isNotZero();
        assertThat(err.toString()).contains("--destinations is random; give fixed or free");
        assertThat(run("--model", "toy", file("mix-100"))).isNotZero();
        assertThat(err.toString()).contains("--model is toy; give mvm or drover");
        assertThat(run("--json")).isNotZero();
        assertThat(err.toString()).contains("FILE is missing");
        assertThat(out.toString()).isEmpty();
    }

    private static String file(String name) {
        return Instances.file(name).toString();
    }

    private int run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "plan";
        System.arraycopy(words, 0, all, 1, words.length);
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
