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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RaceCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_race_is_one_object_with_exactly_these_keys() throws IOException {
        assertThat(run(file("mix-100"), "--seed", "3", "--json")).isZero();

        assertThat(out.toString().lines()).hasSize(1);
        JsonNode race = JsonMapper.builder().build().readTree(out.toString());
        assertThat(race.fieldNames()).toIterable().containsExactly("instance", "seed", "lower_bound_s", "policies");
        assertThat(race.at("/instance").asText()).isEqualTo("mix-100");
        assertThat(race.at("/seed").asLong()).isEqualTo(3);
        assertThat(race.at("/policies"))
                .extracting(line -> line.at("/policy").asText())
                .containsExactly("drover", "kubevirt", "nova", "ovirt", "vmware", "sequential", "unlimited");
        JsonNode drover = race.at("/policies/0");
        assertThat(drover.fieldNames())
                .toIterable()
                .containsExactly(
                        "policy",
                        "makespan_s",
                        "ratio",
                        "tb_sent",
                        "blackout_ms",
                        "aborted",
                        "bottleneck_use",
                        "link_overruns");
        assertThat(drover.at("/blackout_ms").fieldNames()).toIterable().containsExactly("p50", "p99", "max");
        assertThat(drover.at("/bottleneck_use").fieldNames()).toIterable().containsExactly("mean", "peak");
    }

    @Test
    void a_table_has_a_row_for_each_rule() throws IOException {
        Path noise = Files.writeString(folder.resolve("noise.json"), "{\"failure_probability\": 0}");
        assertThat(run(file("mix-100"), "--params", noise.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(2 + 7);
    }

    @Test
    void what_can_not_be_understood_is_refused_with_the_cure() throws IOException {
        Path noise = Files.writeString(folder.resolve("noise.json"), "{\"retry_after\": 0}");
        assertThat(run(file("mix-100"), "--params", noise.toString())).isNotZero();
        assertThat(err.toString()).contains("field retry_after is not known; did you mean retry_after_ms?");
        assertThat(run(folder.resolve("nowhere.json").toString())).isNotZero();
        assertThat(err.toString()).contains("nowhere.json does not exist; name a file");
        assertThat(run()).isNotZero();
        assertThat(err.toString()).contains("FILE");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void where_nothing_moves_there_is_no_race() throws IOException {
        Path still = Files.writeString(
                folder.resolve("still.json"), "{\"switches\":[],\"links\":[],\"hosts\":[],\"vms\":[]}");
        assertThat(run(still.toString())).isNotZero();
        assertThat(err.toString()).contains("vms do not move at all");
    }

    private static String file(String name) {
        return Instances.file(name).toString();
    }

    private int run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "race";
        System.arraycopy(words, 0, all, 1, words.length);
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
