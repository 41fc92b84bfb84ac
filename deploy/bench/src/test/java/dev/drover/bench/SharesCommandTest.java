package dev.drover.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SharesCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void each_number_of_flows_is_one_line() throws IOException {
        assertThat(run("--json", "--flows", "1,50")).isZero();

        assertThat(out.toString().lines()).hasSize(2);
        JsonNode first = JsonMapper.builder()
                .build()
                .readTree(out.toString().lines().findFirst().orElseThrow());
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("flows", "links", "full_ms", "change_us", "changed");
        assertThat(first.at("/links").asInt()).isEqualTo(20_000);
        assertThat(first.at("/changed").asDouble()).as("nobody else is there").isZero();
    }

    @Test
    void a_table_has_a_head() {
        assertThat(run("--flows", "10")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void a_number_of_flows_that_makes_no_sense_is_refused() {
        assertThat(run("--flows", "0")).isNotZero();
        assertThat(err.toString()).contains("--flows is 0; give 1 to 100000");
    }

    private int run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "shares";
        System.arraycopy(words, 0, all, 1, words.length);
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
