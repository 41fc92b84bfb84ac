package dev.drover.simulation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final VirtualTime time = new VirtualTime(START, () -> true);
    private final Machine machine = new Machine("node-1", time);
    private final List<String> happened = new ArrayList<>();

    @Test
    void things_happen_when_they_are_due_and_in_the_order_in_which_they_were_arranged() {
        in(2, "later");
        in(1, "first");
        in(1, "second");
        pass(1);
        assertThat(happened).containsExactly("first", "second");
        pass(1);
        assertThat(happened).containsExactly("first", "second", "later");
        assertThat(time.now()).isEqualTo(START.plusSeconds(2));
        assertThat(time.steps()).isEqualTo(3);
    }

    @Test
    void a_stopped_process_does_late_what_was_due_and_does_not_notice() {
        in(1, "due");
        machine.stopUntil(START.plusSeconds(5));
        pass(4);
        assertThat(happened).isEmpty();
        pass(1);
        assertThat(happened).containsExactly("due");
    }

    @Test
    void what_a_dead_process_had_arranged_never_happens() {
        in(1, "due");
        machine.die();
        machine.live();
        in(1, "in its next life");
        pass(2);
        assertThat(happened).containsExactly("in its next life");
    }

    @Test
    void while_a_process_waits_the_rest_of_the_world_goes_on() {
        time.in(Duration.ofSeconds(1), () -> happened.add("elsewhere"));
        machine.waits(Duration.ofSeconds(2));
        assertThat(happened).containsExactly("elsewhere");
        assertThat(time.now()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void a_process_that_is_stopped_while_it_waits_waits_longer() {
        time.in(Duration.ofSeconds(1), () -> machine.stopUntil(START.plusSeconds(30)));
        machine.waits(Duration.ofSeconds(2));
        assertThat(time.now()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void a_process_that_is_killed_while_it_waits_does_not_come_back() {
        time.in(Duration.ofSeconds(1), machine::die);
        assertThatThrownBy(() -> machine.waits(Duration.ofSeconds(2)))
                .isInstanceOf(Machine.Death.class)
                .hasMessageContaining("node-1");
    }

    @Test
    void a_wrong_clock_is_wrong_for_its_machine_alone() {
        machine.skew(Duration.ofSeconds(-3));
        assertThat(machine.clock().instant()).isEqualTo(START.minusSeconds(3));
        assertThat(time.now()).isEqualTo(START);
    }

    private void in(int seconds, String what) {
        machine.in(Duration.ofSeconds(seconds), () -> happened.add(what));
    }

    private void pass(int seconds) {
        time.passUntil(time.now().plusSeconds(seconds));
    }
}
