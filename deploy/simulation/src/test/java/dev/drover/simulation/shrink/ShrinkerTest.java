package dev.drover.simulation.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.simulation.scenario.Fault;
import dev.drover.simulation.scenario.FaultKind;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private final Scenario failing = Scenarios.of(3);

    @Test
    void what_is_not_needed_to_fail_is_left_out() {
        Fault culprit = failing.faults().get(17);
        Scenario small = Shrinker.shrink(failing, scenario -> scenario.faults().contains(culprit), 10_000);
        assertThat(small.faults()).containsExactly(culprit);
        assertThat(small.intents()).isEmpty();
        assertThat(small.zones()).isEmpty();
    }

    @Test
    void two_faults_that_fail_together_stay_together() {
        List<Fault> culprits = List.of(failing.faults().get(2), failing.faults().get(30));
        Scenario small = Shrinker.shrink(failing, scenario -> scenario.faults().containsAll(culprits), 10_000);
        assertThat(small.faults()).isEqualTo(culprits);
    }

    @Test
    void a_guest_that_is_needed_keeps_its_host_and_its_zone() {
        long guests = guests(failing);
        Scenario small = Shrinker.shrink(failing, scenario -> guests(scenario) > 0, 10_000);
        assertThat(guests).isGreaterThan(1);
        assertThat(guests(small)).isOne();
        assertThat(small.zones())
                .singleElement()
                .satisfies(zone -> assertThat(zone.hosts()).hasSize(1));
        assertThat(small.faults()).extracting(Fault::kind).doesNotContain(FaultKind.values());
    }

    @Test
    void it_gives_up_after_the_tries_it_was_given() {
        int[] tries = {0};
        Shrinker.shrink(
                failing,
                scenario -> {
                    tries[0]++;
                    return false;
                },
                25);
        assertThat(tries[0]).isEqualTo(25);
    }

    private static long guests(Scenario scenario) {
        return scenario.zones().stream()
                .flatMap(zone -> zone.hosts().stream())
                .mapToLong(host -> host.vms().size())
                .sum();
    }
}
