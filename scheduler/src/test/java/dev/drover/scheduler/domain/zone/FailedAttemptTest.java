package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.refused;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.uri;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.commands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailedAttemptTest {
    private static final IntentId DRAIN = new IntentId("drain");
    private static final Duration BACK_OFF = Duration.ofSeconds(5);
    private static final BitsPerSecond ALONE = BitsPerSecond.mebibytesPerSecond(800);

    @Test
    void a_failed_attempt_is_followed_by_the_next_after_the_back_off() {
        ZoneScenario zone = dispatched().when(started(vm(1)));
        MigrationId migration = zone.moving(vm(1)).id();
        zone.when(stayed(vm(1), FailureKind.OUT_OF_TIME))
                .then(
                        events(new MigrationAttemptFailed(
                                migration, Attempt.FIRST, FailureKind.OUT_OF_TIME, "as QEMU said", zone.in(BACK_OFF))),
                        noCommands());
        zone.after(BACK_OFF.minusMillis(1)).when(settle()).thenNothing();
        zone.after(Duration.ofMillis(1))
                .when(settle())
                .then(
                        events(new MigrationDispatched(
                                migration, new Attempt(2), new Sequence(2), ALONE, zone.in(ZoneScenario.LAPSE))),
                        commands(order(
                                "h1",
                                migration,
                                2,
                                2,
                                new StartMigration(
                                        vm(1),
                                        id("h2"),
                                        uri("h2"),
                                        ALONE,
                                        Duration.ofMinutes(30),
                                        TransferOptions.PLAIN))));
    }

    @Test
    void after_the_last_attempt_the_migration_has_failed_and_the_vm_is_blocked() {
        ZoneScenario zone = dispatched();
        fail(zone, FailureKind.OUT_OF_TIME);
        fail(zone, FailureKind.HYPERVISOR_ERROR);
        MigrationId migration = zone.moving(vm(1)).id();
        String why = migration + " failed at attempt 3, DESTINATION_UNREACHABLE: as QEMU said";
        zone.when(started(vm(1))).when(stayed(vm(1), FailureKind.DESTINATION_UNREACHABLE));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.CLEARING);
        zone.when(settle())
                .thenNothing()
                .when(cleared(vm(1)))
                .then(
                        events(
                                new MigrationFailed(migration, FailureKind.DESTINATION_UNREACHABLE, "as QEMU said"),
                                new VmBlocked(DRAIN, vm(1), why)),
                        noCommands())
                .when(settle())
                .then(
                        events(IntentEnded.of(DRAIN, IntentOutcome.PARTIAL, List.of(new BlockedVm(vm(1), why)))),
                        noCommands());
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_TIME", "ABORTED", "DESTINATION_UNREACHABLE", "HYPERVISOR_ERROR"})
    void what_may_pass_is_tried_again(FailureKind failure) {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(stayed(vm(1), failure));
        assertThat(zone.moving(vm(1)).attempt()).isEqualTo(new Attempt(2));
    }

    @ParameterizedTest
    @EnumSource(names = {"DESTINATION_REFUSED", "VM_NOT_RUNNING"})
    void what_does_not_pass_is_not_tried_again(FailureKind failure) {
        ZoneScenario zone = dispatched();
        MigrationId migration = zone.moving(vm(1)).id();
        zone.when(stayed(vm(1), failure))
                .then(
                        events(
                                new MigrationFailed(migration, failure, "as QEMU said"),
                                new VmBlocked(
                                        DRAIN,
                                        vm(1),
                                        migration + " failed at attempt 1, " + failure + ": as QEMU said")),
                        noCommands());
    }

    @Test
    void another_vm_goes_on_while_one_waits_for_its_next_attempt() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(1))
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(stayed(vm(1), FailureKind.ABORTED))
                .when(settle());
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void a_refused_start_is_a_failed_attempt(RefusalReason reason) {
        ZoneScenario zone = dispatched();
        MigrationId migration = zone.moving(vm(1)).id();
        zone.when(refused(vm(1), 1, reason))
                .then(
                        events(new MigrationAttemptFailed(
                                migration,
                                Attempt.FIRST,
                                FailureKind.ABORTED,
                                reason + ": too late",
                                zone.in(BACK_OFF))),
                        noCommands());
    }

    @Test
    void a_start_that_is_refused_after_a_question_was_asked_is_a_failed_attempt_all_the_same() {
        ZoneScenario zone =
                dispatched().after(Duration.ofSeconds(33)).when(tick()).when(refused(vm(1), 1, RefusalReason.EXPIRED));
        assertThat(zone.moving(vm(1)).attempt()).isEqualTo(new Attempt(2));
    }

    @Test
    void a_refused_question_says_nothing_about_the_attempt() {
        dispatched()
                .after(Duration.ofSeconds(33))
                .when(tick())
                .when(refused(vm(1), 2, RefusalReason.HYPERVISOR_ERROR))
                .thenNothing();
    }

    @Test
    void a_refused_command_for_what_runs_changes_nothing() {
        dispatched()
                .when(started(vm(1)))
                .when(refused(vm(1), 1, RefusalReason.HYPERVISOR_ERROR))
                .thenNothing();
    }

    private static void fail(ZoneScenario zone, FailureKind failure) {
        zone.when(started(vm(1))).when(stayed(vm(1), failure)).after(BACK_OFF).when(settle());
    }

    private static ZoneScenario dispatched() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
    }
}
