package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.refused;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.seenAtDestination;
import static dev.drover.scheduler.domain.zone.Agents.seenAtSource;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.Situations.dispatched;
import static dev.drover.scheduler.domain.zone.Situations.in;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.commands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancelledMigrationTest {
    private static final IntentId STOP = new IntentId("stop");
    private static final Duration ASK = Duration.ofSeconds(10);

    @Test
    void a_source_that_says_the_guest_stayed_ends_it_once_the_destination_has_nothing_of_it() {
        String why = MIGRATION + " was cancelled: as QEMU said";
        ZoneScenario zone = in(MigrationPhase.CANCELLING).when(stayed(vm(1), FailureKind.ABORTED));
        zone.then(
                events(new MigrationStayed(
                        MIGRATION,
                        Attempt.FIRST,
                        new Sequence(3),
                        FailureKind.ABORTED,
                        "as QEMU said",
                        true,
                        zone.in(ASK))),
                commands(order("h2", MIGRATION, 1, 3, new ObserveVm(vm(1)))));
        zone.when(seenAtDestination(vm(1), Optional.of(VmState.INCOMING)))
                .thenNothing()
                .when(cleared(vm(1)))
                .then(
                        events(new MigrationCancelled(MIGRATION, "as QEMU said"), new VmBlocked(DRAIN, vm(1), why)),
                        noCommands());
    }

    @Test
    void what_stays_at_the_source_and_runs_at_the_destination_needs_an_operator() {
        ZoneScenario zone = in(MigrationPhase.CLEARING).when(arrived(vm(1)));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.NEEDS_OPERATOR);
    }

    @Test
    void a_guest_that_was_faster_than_its_cancellation_is_confirmed_and_released() {
        ZoneScenario zone = in(MigrationPhase.CANCELLING).when(left(vm(1)));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.CONFIRMING);
        zone.when(arrived(vm(1))).when(released(vm(1)));
        assertThat(zone.lastEvents()).containsExactly(new MigrationSucceeded(MIGRATION));
    }

    @Test
    void a_source_that_says_nothing_is_told_again_and_asked_by_turns() {
        ZoneScenario zone = in(MigrationPhase.CANCELLING);
        zone.after(ASK)
                .when(tick())
                .then(
                        events(new MigrationQueried(MIGRATION, new Sequence(3), id("h1"), zone.in(ASK))),
                        commands(order("h1", MIGRATION, 1, 3, new AbortMigration(vm(1)))));
        zone.after(ASK).when(tick());
        assertThat(zone.lastOrders()).containsExactly(order("h1", MIGRATION, 1, 4, new ObserveVm(vm(1))));
        zone.after(ASK.multipliedBy(2)).when(tick());
        assertThat(zone.lastOrders()).contains(order("h1", MIGRATION, 1, 5, new AbortMigration(vm(1))));
    }

    @Test
    void seen_running_without_a_job_it_is_cancelled_and_with_one_it_is_still_being_stopped() {
        in(MigrationPhase.CANCELLING)
                .when(seenAtSource(vm(1), Optional.of(VmState.RUNNING), true))
                .thenNothing();
        ZoneScenario zone =
                in(MigrationPhase.CANCELLING).when(seenAtSource(vm(1), Optional.of(VmState.RUNNING), false));
        assertThat(zone.lastEvents().getFirst())
                .isInstanceOfSatisfying(
                        MigrationStayed.class,
                        stays -> assertThat(stays.cancelled()).isTrue());
    }

    @Test
    void a_start_that_was_refused_never_began_and_is_cancelled() {
        ZoneScenario zone = dispatched()
                .when(asked(new CancelMigration(STOP, MIGRATION)))
                .when(refused(vm(1), 1, RefusalReason.EXPIRED));
        assertThat(zone.lastEvents().getFirst()).isEqualTo(new MigrationCancelled(MIGRATION, "EXPIRED: too late"));
    }

    @Test
    void one_that_was_never_tried_is_cancelled_at_once() {
        ZoneScenario zone = ZoneScenario.zone(ZonePolicy.standard().withParallel(1))
                .given(
                        ZoneScenario.known(Fleet.host("h1", 64, Fleet.running(1, 4), Fleet.running(2, 4))),
                        ZoneScenario.known(Fleet.host("h2", 64)))
                .when(asked(Fleet.evacuate("drain", "h1")))
                .when(settle());
        MigrationId waiting = zone.moving(vm(2)).id();
        zone.when(asked(new CancelMigration(STOP, waiting)));
        assertThat(zone.lastEvents())
                .contains(new MigrationCancelled(waiting, "stopped by intent stop before it began"));
        assertThat(zone.lastOrders()).isEmpty();
    }

    @Test
    void it_is_charged_until_the_source_says_how_it_ended() {
        ZoneScenario zone = in(MigrationPhase.CANCELLING).when(settle());
        assertThat(zone.state().leases().charged(MIGRATION)).isEqualTo(BitsPerSecond.mebibytesPerSecond(400));
        zone.when(stayed(vm(1), FailureKind.ABORTED));
        assertThat(zone.state().leases().charged(MIGRATION)).isEqualTo(BitsPerSecond.ZERO);
    }

    @Test
    void what_nobody_knows_cannot_be_stopped() {
        zone().when(asked(new CancelMigration(STOP, MIGRATION)))
                .then(
                        events(new IntentRefused(
                                STOP, "migration " + MIGRATION + " is not known in zone z1, or its intent is over")),
                        noCommands());
    }
}
