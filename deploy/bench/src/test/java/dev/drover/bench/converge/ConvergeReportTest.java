package dev.drover.bench.converge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.bench.converge.driver.Rule;
import dev.drover.bench.converge.guest.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvergeReportTest {
    private static final Matrix SMALL =
            new Matrix(List.of(1, 16), List.of(0.1, 5.0, 50.0), List.of(0.0, 0.5, 2.0), List.of(Pattern.values()));
    private static final ConvergeReport REPORT = ConvergeReport.of(SMALL);

    @Test
    void drover_finishes_every_guest_that_anybody_finishes_within_the_objective() {
        assertThat(REPORT.cells())
                .filteredOn(cell -> cell.fastestPeer().isPresent())
                .hasSizeGreaterThan(100)
                .allMatch(cell -> cell.kept(Rule.DROVER));
    }

    @Test
    void drover_breaks_no_objective_and_no_deadline() {
        assertThat(REPORT.cells())
                .allMatch(cell -> !cell.of(Rule.DROVER).finished() || cell.kept(Rule.DROVER))
                .allMatch(cell -> cell.of(Rule.DROVER).seconds() <= cell.task().deadlineSeconds());
    }

    @Test
    void drover_leaves_the_guest_running_where_only_the_objective_stands_in_the_way() {
        assertThat(REPORT.cells())
                .filteredOn(cell -> cell.breaker().isPresent())
                .isNotEmpty()
                .allMatch(cell -> cell.of(Rule.DROVER).blackoutSeconds() == 0)
                .allMatch(cell -> cell.allowed() == Allowed.NOTHING);
    }

    @Test
    void the_figures_of_every_rule_are_there_and_where_a_peer_was_better_it_is_said_why() throws Exception {
        JsonNode report = JsonMapper.builder().build().readTree(REPORT.json());

        assertThat(report.at("/guests").asInt()).isEqualTo(54);
        for (Allowed allowed : Allowed.values()) {
            for (Rule rule : Rule.values()) {
                JsonNode figures = report.at("/consents/" + allowed.label() + "/rules/" + rule.label());
                assertThat(figures.at("/finished_pct").asDouble()).isBetween(1.0, 100.0);
                assertThat(figures.at("/blackout_ms/p99").asDouble())
                        .isBetween(
                                figures.at("/blackout_ms/p50").asDouble(),
                                figures.at("/blackout_ms/max").asDouble());
                assertThat(figures.at("/seconds_p50").isNumber()).isTrue();
                assertThat(figures.at("/sent_times_memory").asDouble()).isGreaterThanOrEqualTo(1);
            }
        }
        assertThat(report.at("/peer_better"))
                .allMatch(cell -> !cell.at("/why").asText().isEmpty());
        assertThat(report.at("/peer_better").size()).isEqualTo((int) REPORT.cells().stream()
                .filter(cell -> cell.better().isPresent())
                .count());
    }

    @Test
    void the_same_matrix_gives_the_same_report() {
        Matrix tiny = new Matrix(List.of(1), List.of(20.0), List.of(1.0), List.of(Pattern.values()));

        assertThat(ConvergeReport.of(tiny).json())
                .isEqualTo(ConvergeReport.of(tiny).json());
    }

    @Test
    void people_get_a_line_for_each_rule() {
        assertThat(REPORT.lines())
                .anyMatch(line -> line.startsWith("nothing ") && line.contains("kept %"))
                .filteredOn(line -> line.startsWith("  kubevirt "))
                .hasSize(Allowed.values().length);
    }
}
