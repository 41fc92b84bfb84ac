package dev.drover.scheduler.domain.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.IntentLifecycle.Transition;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.VmUnblocked;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.EvacuateHosts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcollections.TreePMap;

class IntentLifecycleTest {
    private static final EvacuateHosts DRAIN = Fleet.evacuate("drain", "h1");
    private static final IntentId ID = DRAIN.intent();
    private static final IntentId BY = new IntentId("by");

    /** Told apart from the table on purpose: who changes one has to mean it. */
    @ParameterizedTest(name = "{0} and {1} lead to {2}")
    @CsvSource({
        "ACTIVE, VmBlocked, ACTIVE",
        "ACTIVE, VmUnblocked, ACTIVE",
        "ACTIVE, IntentOverdue, ACTIVE",
        "ACTIVE, IntentPaused, PAUSED",
        "ACTIVE, IntentCancelRequested, CANCELLING",
        "ACTIVE, IntentEnded, ENDED",
        "PAUSED, VmBlocked, PAUSED",
        "PAUSED, VmUnblocked, PAUSED",
        "PAUSED, IntentOverdue, PAUSED",
        "PAUSED, IntentResumed, ACTIVE",
        "PAUSED, IntentCancelRequested, CANCELLING",
        "PAUSED, IntentEnded, ENDED",
        "CANCELLING, VmBlocked, CANCELLING",
        "CANCELLING, IntentOverdue, CANCELLING",
        "CANCELLING, IntentEnded, ENDED",
        "ENDED, HostsReleased, RELEASED",
    })
    void a_row_of_the_table_moves_an_intent(IntentPhase from, String event, IntentPhase to) {
        IntentEvent sample = sample(event);
        assertThat(in(from).allows(sample.getClass())).isTrue();
        assertThat(in(from).evolve(sample).phase()).isEqualTo(to);
        assertThat(IntentLifecycle.TABLE).contains(new Transition(from, sample.getClass(), to));
    }

    @Test
    void there_are_no_other_rows() {
        assertThat(IntentLifecycle.TABLE).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void no_other_pair_of_phase_and_event_changes_anything() {
        for (IntentPhase phase : IntentPhase.values()) {
            for (IntentEvent event : samples()) {
                boolean listed = IntentLifecycle.TABLE.stream()
                        .anyMatch(row -> row.from() == phase && row.event().equals(event.getClass()));
                if (!listed) {
                    assertThat(in(phase).allows(event.getClass())).isFalse();
                    assertThat(in(phase).evolve(event)).isEqualTo(in(phase));
                }
            }
        }
    }

    @Test
    void what_is_over_is_not_opened_again() {
        assertThat(IntentLifecycle.TABLE.stream().filter(row -> !row.from().isOpen()))
                .noneMatch(row -> row.to().isOpen());
        assertThat(IntentLifecycle.TABLE).noneMatch(row -> row.from() == IntentPhase.RELEASED);
    }

    @Test
    void every_phase_can_be_reached_and_every_event_of_an_accepted_intent_happens_somewhere() {
        assertThat(IntentLifecycle.TABLE.stream().map(Transition::to).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(IntentPhase.values());
        assertThat(IntentLifecycle.TABLE.stream().map(Transition::event).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(IntentEvent.class.getPermittedSubclasses())
                        .filter(event -> !event.equals(IntentAccepted.class) && !event.equals(IntentRefused.class))
                        .map(event -> event.<IntentEvent>asSubclass(IntentEvent.class))
                        .collect(Collectors.toList()));
    }

    @Test
    void a_life_begins_active_with_nothing_blocked_and_nothing_late() {
        Task begun = Task.of(DRAIN, List.of(Fleet.id("h1")), TreePMap.empty());
        assertThat(begun.phase()).isEqualTo(IntentPhase.ACTIVE);
        assertThat(begun.blocked()).isEmpty();
        assertThat(begun.overdue()).isFalse();
        assertThat(begun.holdsHosts()).isTrue();
    }

    @Test
    void what_is_blocked_is_noted_until_it_is_unblocked_and_being_late_for_ever() {
        Task late = in(IntentPhase.ACTIVE).evolve(sample("IntentOverdue")).evolve(sample("VmBlocked"));
        assertThat(late.overdue()).isTrue();
        assertThat(late.blocked()).containsExactly(Map.entry(Fleet.vm(1), "too big"));
        assertThat(late.evolve(sample("VmUnblocked")).blocked()).isEmpty();
        assertThat(late.evolve(sample("VmUnblocked")).overdue()).isTrue();
    }

    @Test
    void hosts_are_held_until_they_are_released() {
        assertThat(Arrays.stream(IntentPhase.values())
                        .filter(phase -> !in(phase).holdsHosts()))
                .containsExactly(IntentPhase.RELEASED);
    }

    private static Task in(IntentPhase phase) {
        return new Task(DRAIN, phase, List.of(Fleet.id("h1")), TreePMap.empty(), TreePMap.empty(), false);
    }

    private static IntentEvent sample(String event) {
        return samples().stream()
                .filter(sample -> sample.getClass().getSimpleName().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static List<IntentEvent> samples() {
        return List.of(
                new IntentAccepted(DRAIN),
                new IntentRefused(ID, "because"),
                new VmBlocked(ID, Fleet.vm(1), "too big"),
                new VmUnblocked(ID, Fleet.vm(1), BY),
                new IntentOverdue(ID, Instant.EPOCH),
                new IntentPaused(ID, BY),
                new IntentResumed(ID, BY),
                new IntentCancelRequested(ID, BY),
                IntentEnded.of(ID, IntentOutcome.COMPLETED, List.of()),
                new HostsReleased(ID, BY));
    }
}
