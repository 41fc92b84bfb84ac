package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.seenAtSource;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.commands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;

import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerOfTheSourceTest {
    private static final MigrationId M = migration(6);
    private static final IntentId DRAIN = new IntentId("drain");

    @Test
    void with_a_job_that_runs_a_dispatched_migration_runs() {
        ZoneScenario zone = asked();
        BitsPerSecond rate = zone.granted(vm(1));
        zone.when(seenAtSource(vm(1), Optional.of(VmState.RUNNING), true))
                .then(
                        events(new MigrationRunning(
                                M,
                                Attempt.FIRST,
                                rate,
                                zone.in(Duration.ofMinutes(30).plusSeconds(10)))),
                        noCommands());
    }

    @Test
    void running_without_a_job_it_never_began_and_is_tried_again() {
        ZoneScenario zone = asked();
        zone.when(seenAtSource(vm(1), Optional.of(VmState.RUNNING), false))
                .then(
                        events(new MigrationAttemptFailed(
                                M,
                                Attempt.FIRST,
                                FailureKind.ABORTED,
                                "no migration of it runs at the source any more",
                                zone.in(Duration.ofSeconds(5)))),
                        noCommands());
    }

    @ParameterizedTest
    @EnumSource(names = {"MIGRATED_AWAY", "SHUT_OFF"})
    void shut_off_for_whatever_reason_it_is_looked_for_at_the_destination(VmState state) {
        isLookedFor(Optional.of(state));
    }

    @Test
    void absent_it_is_looked_for_at_the_destination() {
        isLookedFor(Optional.empty());
    }

    private static void isLookedFor(Optional<VmState> state) {
        ZoneScenario zone = asked();
        zone.when(seenAtSource(vm(1), state, false))
                .then(
                        events(new MigrationTransferred(
                                M, Attempt.FIRST, new Sequence(3), Optional.empty(), zone.in(Duration.ofSeconds(10)))),
                        commands(order("h2", M, 1, 3, new ObserveVm(vm(1)))));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "INCOMING"})
    void in_any_other_state_it_needs_an_operator(VmState state) {
        asked().when(seenAtSource(vm(1), Optional.of(state), false))
                .then(unresolved("the source has it as " + state), noCommands());
    }

    @ParameterizedTest
    @EnumSource(VmState.class)
    void once_it_says_that_the_guest_left_its_answers_do_not_count(VmState state) {
        ZoneScenario confirming = asked().when(started(vm(1))).when(left(vm(1)));
        confirming.when(seenAtSource(vm(1), Optional.of(state), false)).thenNothing();
        confirming
                .when(arrived(vm(1)))
                .when(seenAtSource(vm(1), Optional.of(state), false))
                .thenNothing();
    }

    private static List<ZoneEvent> unresolved(String evidence) {
        return events(
                MigrationUnresolved.atRest(M, evidence),
                new VmBlocked(DRAIN, vm(1), "an operator must look at " + M + ": " + evidence));
    }

    /** Dispatched, not heard of, asked about. */
    private static ZoneScenario asked() {
        return OverdueTest.dispatched().after(ZoneScenario.LAPSE).when(tick());
    }
}
