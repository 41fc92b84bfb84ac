package dev.drover.simulation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.simulation.Simulation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worlds a mutant of the scheduler meets when every unit test let it pass: few, since many mutants meet them. */
class KillersTest {
    @ParameterizedTest
    @ValueSource(longs = {13, 14, 15})
    void every_promise_is_kept(long seed) {
        assertThat(Simulation.run(seed).violations()).isEmpty();
    }
}
