package dev.drover.scheduler.domain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationLifecycle.Transition;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationPrepared;
import dev.drover.schema.event.MigrationPreparing;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSevered;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationLifecycleTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = AT.plusSeconds(60);

    /** Told apart from the table on purpose: who changes one has to mean it. */
    @ParameterizedTest(name = "{0} and {1} lead to {2}")
    @CsvSource({
        "QUEUED, MigrationPreparing, PREPARING",
        "QUEUED, MigrationDispatched, DISPATCHED",
        "QUEUED, MigrationFailed, FAILED",
        "QUEUED, MigrationCancelled, CANCELLED",
        "QUEUED, MigrationStayed, CLEARING",
        "PREPARING, MigrationPrepared, QUEUED",
        "PREPARING, MigrationQueried, PREPARING",
        "PREPARING, MigrationAttemptFailed, QUEUED",
        "PREPARING, MigrationFailed, FAILED",
        "PREPARING, MigrationStayed, CLEARING",
        "PREPARING, MigrationUnresolved, NEEDS_OPERATOR",
        "DISPATCHED, MigrationRunning, RUNNING",
        "DISPATCHED, RateAcknowledged, DISPATCHED",
        "DISPATCHED, MigrationQueried, DISPATCHED",
        "DISPATCHED, MigrationCancelRequested, CANCELLING",
        "DISPATCHED, MigrationSevered, SEVERED",
        "DISPATCHED, MigrationTransferred, CONFIRMING",
        "DISPATCHED, MigrationAttemptFailed, QUEUED",
        "DISPATCHED, MigrationFailed, FAILED",
        "DISPATCHED, MigrationStayed, CLEARING",
        "DISPATCHED, MigrationUnresolved, NEEDS_OPERATOR",
        "RUNNING, RateGranted, RUNNING",
        "RUNNING, RateAcknowledged, RUNNING",
        "RUNNING, MigrationQueried, RUNNING",
        "RUNNING, MigrationCancelRequested, CANCELLING",
        "RUNNING, MigrationSevered, SEVERED",
        "RUNNING, MigrationTransferred, CONFIRMING",
        "RUNNING, MigrationAttemptFailed, QUEUED",
        "RUNNING, MigrationFailed, FAILED",
        "RUNNING, MigrationStayed, CLEARING",
        "RUNNING, MigrationUnresolved, NEEDS_OPERATOR",
        "CANCELLING, RateAcknowledged, CANCELLING",
        "CANCELLING, MigrationQueried, CANCELLING",
        "CANCELLING, MigrationSevered, SEVERED",
        "CANCELLING, MigrationTransferred, CONFIRMING",
        "CANCELLING, MigrationCancelled, CANCELLED",
        "CANCELLING, MigrationStayed, CLEARING",
        "CANCELLING, MigrationUnresolved, NEEDS_OPERATOR",
        "SEVERED, MigrationRunning, RUNNING",
        "SEVERED, MigrationQueried, SEVERED",
        "SEVERED, MigrationTransferred, CONFIRMING",
        "SEVERED, MigrationLost, LOST",
        "SEVERED, MigrationUnresolved, NEEDS_OPERATOR",
        "CLEARING, MigrationQueried, CLEARING",
        "CLEARING, MigrationFailed, FAILED",
        "CLEARING, MigrationCancelled, CANCELLED",
        "CLEARING, MigrationUnresolved, NEEDS_OPERATOR",
        "CONFIRMING, MigrationQueried, CONFIRMING",
        "CONFIRMING, MigrationConfirmed, RELEASING",
        "CONFIRMING, MigrationUnresolved, NEEDS_OPERATOR",
        "RELEASING, MigrationQueried, RELEASING",
        "RELEASING, MigrationSucceeded, SUCCEEDED",
        "RELEASING, MigrationUnresolved, NEEDS_OPERATOR",
        "NEEDS_OPERATOR, MigrationResolved, RESOLVED",
        "LOST, MigrationResolved, RESOLVED",
    })
    void a_row_of_the_table_moves_a_migration(MigrationPhase from, String event, MigrationPhase to) {
        MigrationEvent sample = sample(event);
        assertThat(in(from).allows(sample.getClass())).isTrue();
        assertThat(in(from).evolve(sample, LATER).phase()).isEqualTo(to);
        assertThat(MigrationLifecycle.TABLE).contains(new Transition(from, sample.getClass(), to));
    }

    @Test
    void there_are_no_other_rows() {
        assertThat(MigrationLifecycle.TABLE).hasSize(55).doesNotHaveDuplicates();
    }

    @Test
    void no_other_pair_of_phase_and_event_changes_anything() {
        for (MigrationPhase phase : MigrationPhase.values()) {
            for (MigrationEvent event : samples()) {
                boolean listed = MigrationLifecycle.TABLE.stream()
                        .anyMatch(row -> row.from() == phase && row.event().equals(event.getClass()));
                if (!listed) {
                    assertThat(in(phase).allows(event.getClass())).isFalse();
                    assertThat(in(phase).evolve(event, LATER)).isEqualTo(in(phase));
                }
            }
        }
    }

    @Test
    void nothing_follows_an_end_and_something_everything_else() {
        for (MigrationPhase phase : MigrationPhase.values()) {
            assertThat(MigrationLifecycle.TABLE.stream().noneMatch(row -> row.from() == phase))
                    .as("%s is an end", phase)
                    .isEqualTo(phase.isTerminal());
        }
    }

    @Test
    void every_phase_can_be_reached_and_every_event_of_a_migration_happens_somewhere() {
        assertThat(MigrationLifecycle.TABLE.stream().map(Transition::to).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(MigrationPhase.values());
        assertThat(MigrationLifecycle.TABLE.stream()
                        .map(Transition::event)
                        .distinct()
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(samples().stream()
                        .filter(event -> !(event instanceof MigrationPlanned))
                        .map(event -> event.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void a_life_begins_waiting_for_its_turn() {
        Migration begun = Migration.begin(SAMPLE.plan(), AT);
        assertThat(begun.phase()).isEqualTo(MigrationPhase.QUEUED);
        assertThat(begun.attempt()).isEqualTo(Attempt.FIRST);
        assertThat(begun.nextCommand()).isEqualTo(Sequence.FIRST);
        assertThat(begun.questions()).isZero();
        assertThat(begun.since()).isEqualTo(AT);
        assertThat(begun.dueAt()).isEqualTo(AT);
    }

    @Test
    void who_comes_into_another_phase_begins_to_count_anew_when_it_came_and_how_often_it_was_asked_about() {
        for (Transition row : MigrationLifecycle.TABLE) {
            Migration after = in(row.from()).evolve(sample(row.event().getSimpleName()), LATER);
            boolean moved = row.from() != row.to();
            assertThat(after.since()).as("%s", row).isEqualTo(moved ? LATER : AT);
            int asked = row.event().equals(MigrationQueried.class) ? 4 : 3;
            assertThat(after.questions()).as("%s", row).isEqualTo(moved ? 0 : asked);
        }
    }

    private static final Migration SAMPLE = Migration.begin(
            new MigrationPlanned(
                    new MigrationId("m-1"),
                    new IntentId("drain"),
                    Fleet.vm(1),
                    new VmName("vm-1"),
                    Bytes.gibibytes(4),
                    new HostId("h1"),
                    new HostId("h2")),
            AT);

    private static Migration in(MigrationPhase phase) {
        return new Migration(
                SAMPLE.plan(),
                phase,
                SAMPLE.attempt(),
                SAMPLE.startCommand(),
                SAMPLE.lastCommand(),
                SAMPLE.since(),
                SAMPLE.dueAt(),
                3,
                SAMPLE.stayed(),
                SAMPLE.prepared());
    }

    private static MigrationEvent sample(String event) {
        return samples().stream()
                .filter(sample -> sample.getClass().getSimpleName().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static List<MigrationEvent> samples() {
        MigrationId id = SAMPLE.id();
        Sequence command = new Sequence(7);
        BitsPerSecond rate = BitsPerSecond.mebibytesPerSecond(5);
        Instant due = AT.plusSeconds(9);
        return List.of(
                SAMPLE.plan(),
                new MigrationPreparing(id, Attempt.FIRST, command, due),
                new MigrationPrepared(id, Attempt.FIRST, CopyMode.FULL),
                new MigrationDispatched(id, Attempt.FIRST, command, rate, due),
                new MigrationRunning(id, Attempt.FIRST, rate, due),
                new MigrationSevered(id, Attempt.FIRST, command, "post-copy failed", due),
                new MigrationLost(id, "the destination does not know it"),
                new RateGranted(id, Attempt.FIRST, command, rate, due),
                new RateAcknowledged(id, Attempt.FIRST, command, rate),
                new MigrationTransferred(id, Attempt.FIRST, command, Optional.empty(), due),
                new MigrationConfirmed(id, command, due),
                new MigrationSucceeded(id),
                new MigrationAttemptFailed(id, Attempt.FIRST, FailureKind.ABORTED, "because", due),
                new MigrationStayed(id, Attempt.FIRST, command, FailureKind.ABORTED, "because", false, due),
                new MigrationFailed(id, FailureKind.ABORTED, "because"),
                new MigrationQueried(id, command, new HostId("h1"), due),
                new MigrationCancelRequested(id, Attempt.FIRST, new IntentId("stop"), command, due),
                new MigrationCancelled(id, "because"),
                MigrationUnresolved.atRest(id, "because"),
                new MigrationResolved(id, OperatorVerdict.AT_SOURCE, "seen there", new IntentId("resolve")));
    }
}
