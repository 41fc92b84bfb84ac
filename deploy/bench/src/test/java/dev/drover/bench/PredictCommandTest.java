package dev.drover.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PredictCommandTest {
    private static final String HEADER = "bw_mbps,mem_used_mb,duration_s";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void measured_migrations_are_forecast_closely_and_by_experience_more_closely() throws Exception {
        JsonNode report = predict(measured());

        assertThat(report.at("/n").asInt()).isEqualTo(80);
        double bare = mape(report, "drover");
        assertThat(bare).isLessThan(7);
        assertThat(mape(report, "drover_calibrated")).isLessThan(5).isLessThan(bare);
        assertThat(mape(report, "memory_over_bandwidth")).isGreaterThan(bare * 2);
        assertThat(mape(report, "constant_dirty_rate")).isGreaterThan(bare * 2);
        assertThat(report.at("/models/drover/bias_pct").isNumber()).isTrue();
    }

    @Test
    void the_order_of_lines_and_columns_means_nothing() throws Exception {
        List<String> lines = new ArrayList<>(measured());
        List<String> rows = lines.subList(1, lines.size());
        Collections.shuffle(rows, new Random(7));
        List<String> backwards = lines.stream()
                .map(line ->
                        String.join(",", Stream.of(line.split(",")).toList().reversed()) + ",more")
                .toList();

        assertThat(predict(backwards)).isEqualTo(predict(measured()));
    }

    @Test
    void what_may_be_missing_may_be_missing() throws Exception {
        JsonNode report = predict(List.of("\uFEFF" + HEADER, "1000,2000,20", "", "\"1000\", 3000 ,29"));

        assertThat(report.at("/n").asInt()).isEqualTo(2);
        assertThat(mape(report, "drover_calibrated")).isEqualTo(mape(report, "drover"));
    }

    @Test
    void a_duration_may_be_given_by_its_ends() throws Exception {
        JsonNode given = predict(List.of(HEADER, "1000,2000,20"));
        JsonNode ends = predict(List.of("start_epoch,end_epoch,mem_used_mb,bw_mbps", "100,120,2000,1000"));

        assertThat(ends).isEqualTo(given);
    }

    @Test
    void a_header_alone_is_an_answer() throws Exception {
        JsonNode report = predict(List.of(HEADER));
        assertThat(report.at("/n").asInt()).isZero();
        assertThat(report.at("/models/drover/mape_pct").isNull()).isTrue();

        assertThat(run("predict", file(List.of(HEADER)))).isZero();
        assertThat(out.toString()).contains("names columns and no migrations");
    }

    @Test
    void people_get_a_table() throws Exception {
        assertThat(run("predict", file(measured()))).isZero();

        assertThat(out.toString())
                .contains("model", "drover_calibrated", "80 migrations", "2000 ms")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bw_mbps,mem_used_mb,duration_s;0,2000,20 | line 2 column bw_mbps is '0'; give what the migration was given",
                "bw_mbps,mem_used_mb,duration_s;500,many,20 | line 2 column mem_used_mb is 'many'; give memory in use",
                "bw_mbps,mem_used_mb,duration_s;500,2000,NaN | line 2 column duration_s is 'NaN'; give how long",
                "bw_mbps,mem_used_mb,duration_s;500,2000, | line 2 column duration_s is empty; give how long it took",
                "bw_mbps,mem_used_mb,duration_s;500,2000,20;500,2000 | line 3 has 2 columns, the header 3; give it as many",
                "bw_mbps,duration_s;500,20 | line 1 has no column mem_used_mb; add it: memory in use",
                "bw_mbps,mem_used_mb,start_epoch;500,2000,1 | line 1 has no column duration_s; add it: how long",
                "bw_mbps,mem_used_mb,start_epoch,end_epoch;1,2,9,9 | line 2 column end_epoch is no later than the start",
                "bw_mbps,BW_MBPS,mem_used_mb,duration_s;1,1,1,1 | line 1 names column bw_mbps twice; keep one",
                "'' | line 1 is empty; name the columns there, bw_mbps",
            })
    void a_bad_file_is_told_by_line_and_column_with_the_cure(String content, String said) throws Exception {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, content.replace(';', '\n'));

        assertThat(run("predict", file.toString())).isNotZero();
        assertThat(err.toString()).contains(file + " " + said);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void no_file_is_told_too() {
        assertThat(run("predict", folder.resolve("none.csv").toString())).isNotZero();
        assertThat(err.toString()).contains("none.csv can't be read (NoSuchFileException); give a CSV file that can");
    }

    private static double mape(JsonNode report, String model) {
        return report.at("/models/" + model + "/mape_pct").asDouble();
    }

    private JsonNode predict(List<String> lines) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run("predict", file(lines), "--json")).as(err.toString()).isZero();
        assertThat(out.toString().strip().lines()).hasSize(1);
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private String file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("some.csv"), lines).toString();
    }

    private static List<String> measured() throws IOException {
        try (var lines = PredictCommandTest.class.getResourceAsStream("predict/grid5000.csv")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private int run(String... words) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
