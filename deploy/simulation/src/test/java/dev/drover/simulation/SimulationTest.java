package dev.drover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.engine.ZonePhase;
import dev.drover.simulation.promise.Promises;
import dev.drover.simulation.scenario.Fault;
import dev.drover.simulation.scenario.FaultKind;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.Scenarios;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_promise_is_kept(long seed) {
        assertThat(Simulation.run(seed).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void a_seed_gives_the_same_log_every_time(long seed) {
        assertThat(Simulation.run(seed)).isEqualTo(Simulation.run(seed));
    }

    @Test
    void another_seed_gives_another_log() {
        assertThat(LongStream.rangeClosed(1, 10).mapToObj(Simulation::run).map(SimulationResult::logHash))
                .doesNotHaveDuplicates();
    }

    @Test
    void without_faults_and_intents_a_zone_is_taken_once_and_hears_of_its_hosts() {
        Scenario quiet = Scenarios.of(7).withFaults(List.of()).withIntents(List.of());
        SimulationResult result = Simulation.run(quiet, Parts.PRODUCTION);
        assertThat(result.violations()).isEmpty();
        assertThat(result.faults()).isEmpty();
    }

    @Test
    void an_owner_stops_at_an_event_it_cannot_read_and_takes_over_once_that_is_mended() {
        List<ZonePhase> ends = new ArrayList<>();
        Scenario one =
                Scenarios.of(7).withFaults(List.of(new Fault(30_000, FaultKind.EVENT_UNREADABLE, "zone-1", 60_000)));
        SimulationResult result = Simulation.run(one, Parts.PRODUCTION, Promises::kept, (at, happening) -> {
            if (happening instanceof Happening.OwnershipEnded ended) {
                ends.add(ended.phase());
            }
        });
        assertThat(result.violations()).isEmpty();
        assertThat(result.faults()).containsOnlyKeys(FaultKind.EVENT_UNREADABLE);
        assertThat(ends).startsWith(ZonePhase.FENCED, ZonePhase.FAILED);
    }

    @Test
    void a_fault_that_is_left_out_does_not_happen() {
        Scenario all = Scenarios.of(5);
        FaultKind one = Simulation.run(all, Parts.PRODUCTION).faults().firstKey();
        Scenario fewer = all.withFaults(
                all.faults().stream().filter(fault -> fault.kind() != one).toList());
        assertThat(Simulation.run(fewer, Parts.PRODUCTION).faults())
                .isNotEmpty()
                .doesNotContainKey(one);
    }

    @Test
    void many_seeds_together_name_every_kind_of_fault() {
        SweepResult sweep = Sweep.run(1, 4, 2, Simulation::run);
        assertThat(sweep.seeds()).isEqualTo(4);
        assertThat(sweep.violations()).isEmpty();
        assertThat(sweep.faults()).containsOnlyKeys(FaultKind.values());
    }

    @Test
    void a_run_that_is_not_the_same_twice_is_a_violation() {
        long[] runs = {0};
        SweepResult sweep = Sweep.run(1, 1, 1, seed -> {
            SimulationResult result = Simulation.run(seed);
            return new SimulationResult(seed, result.steps(), result.faults(), List.of(), "hash " + runs[0]++);
        });
        assertThat(sweep.violations()).extracting(Violation::promise).containsExactly(Sweep.DETERMINISM);
    }
}
