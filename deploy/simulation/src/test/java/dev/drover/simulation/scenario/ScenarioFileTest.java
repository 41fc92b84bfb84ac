package dev.drover.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScenarioFileTest {
    @Test
    void a_scenario_comes_back_from_its_file_as_it_was() {
        Scenario scenario = Scenarios.of(42);
        assertThat(ScenarioFile.read(ScenarioFile.write(scenario))).isEqualTo(scenario);
    }

    @Test
    void the_same_seed_gives_the_same_scenario() {
        assertThat(Scenarios.of(9)).isEqualTo(Scenarios.of(9)).isNotEqualTo(Scenarios.of(10));
    }

    @Test
    void a_file_with_a_word_too_many_is_refused_and_the_word_named() {
        String file = ScenarioFile.write(Scenarios.of(1)).replaceFirst("\"nodes\"", "\"wish\" : 1, \"nodes\"");
        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wish");
    }

    @Test
    void a_file_without_its_nodes_is_refused_and_what_is_missing_named() {
        String file = ScenarioFile.write(Scenarios.of(1)).replaceFirst("\"nodes\" : \\d,", "");
        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nodes");
    }
}
