package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.seenAtDestination;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationSevered;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A migration whose ends have lost each other in post-copy: the guest is at the destination, or nowhere. */
class SeveredTest {
    @ParameterizedTest
    @EnumSource(
            value = MigrationPhase.class,
            names = {"DISPATCHED", "RUNNING", "CANCELLING"})
    void the_destination_is_asked_and_what_may_be_sent_stays_charged(MigrationPhase phase) {
        ZoneScenario zone = Situations.in(phase);
        Sequence command = zone.moving(vm(1)).nextCommand();
        BitsPerSecond charged = zone.state().leases().charged(MIGRATION);
        zone.when(told("h1", failed()));

        assertThat(zone.lastEvents())
                .first()
                .isEqualTo(new MigrationSevered(
                        MIGRATION,
                        Attempt.FIRST,
                        command,
                        "client socket is closed",
                        zone.in(zone.policy().askAfter())));
        assertThat(zone.lastOrders()).contains(order("h2", MIGRATION, 1, command.value(), new ObserveVm(vm(1))));
        assertThat(zone.state().leases().charged(MIGRATION)).isEqualTo(charged);
    }

    @Test
    void a_guest_that_comes_through_after_all_is_confirmed_like_any_other() {
        ZoneScenario zone = Situations.in(MigrationPhase.SEVERED).when(left(vm(1)));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.CONFIRMING);
    }

    @Test
    void one_that_the_destination_has_is_waited_for_and_asked_about_again() {
        ZoneScenario zone =
                Situations.in(MigrationPhase.SEVERED).when(seenAtDestination(vm(1), Optional.of(VmState.RUNNING)));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.SEVERED);
        zone.after(Duration.ofSeconds(10)).when(tick());
        assertThat(zone.lastOrders())
                .anySatisfy(order -> assertThat(order.command()).isEqualTo(new ObserveVm(vm(1))));
    }

    @Test
    void who_hears_for_long_that_it_is_there_and_cut_off_calls_an_operator() {
        ZoneScenario zone = Situations.in(MigrationPhase.SEVERED);
        BitsPerSecond charged = zone.state().leases().charged(MIGRATION);
        while (zone.moving(vm(1)).phase() == MigrationPhase.SEVERED) {
            zone.when(seenAtDestination(vm(1), Optional.of(VmState.RUNNING)));
            zone.after(Duration.ofHours(1)).when(tick());
        }
        assertThat(zone.state().migrations().of(vm(1)).orElseThrow().phase()).isEqualTo(MigrationPhase.NEEDS_OPERATOR);
    }

    @Test
    void one_that_the_destination_has_only_the_definition_of_is_lost() {
        ZoneScenario zone = Situations.severed().when(seenAtDestination(vm(1), Optional.of(VmState.SHUT_OFF)));
        assertThat(zone.lastEvents())
                .first()
                .isEqualTo(new MigrationLost(
                        MIGRATION, "it ran at the destination in post-copy, and the destination has it as SHUT_OFF"));
    }

    @Test
    void one_that_went_on_from_its_destination_is_not_lost() {
        Situations.severed()
                .when(seenAtDestination(vm(1), Optional.of(VmState.MIGRATED_AWAY)))
                .thenNothing();
    }

    @Test
    void nobody_is_lost_while_the_source_does_not_say_that_it_keeps_the_rest() {
        Situations.in(MigrationPhase.SEVERED)
                .when(seenAtDestination(vm(1), Optional.empty()))
                .thenNothing();
    }

    @Test
    void a_source_that_sends_again_is_watched_again() {
        ZoneScenario zone = Situations.in(MigrationPhase.SEVERED).when(started(vm(1)));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.RUNNING);
    }

    @Test
    void a_lost_guest_is_named_for_an_operator_with_what_must_not_be_done() {
        ZoneScenario zone = Situations.in(MigrationPhase.LOST);
        assertThat(zone.state()
                        .intents()
                        .task(Situations.DRAIN)
                        .orElseThrow()
                        .blocked()
                        .get(vm(1)))
                .isEqualTo(
                        "its memory is lost: it ran at the destination in post-copy, and the destination does not know"
                                + " it; an operator must look at " + MIGRATION
                                + ", and must not resume what the source has of it");
        assertThat(zone.state().leases().of(MIGRATION)).isEmpty();
        zone.when(asked(
                new ResolveMigration(new IntentId("resolve"), MIGRATION, OperatorVerdict.LOST, "seen with virsh")));
        assertThat(zone.state().migrations().active()).doesNotContainKey(MIGRATION);
    }

    @Test
    void it_cannot_be_stopped_any_more() {
        ZoneScenario zone =
                Situations.in(MigrationPhase.SEVERED).when(asked(new CancelMigration(new IntentId("stop"), MIGRATION)));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.SEVERED);
    }

    @Test
    void a_source_that_says_it_stayed_is_a_contradiction() {
        ZoneScenario zone = Situations.in(MigrationPhase.SEVERED).when(stayed(vm(1), FailureKind.HYPERVISOR_ERROR));
        assertThat(zone.lastEvents()).first().isInstanceOf(MigrationUnresolved.class);
    }

    @Test
    void a_source_that_says_again_that_it_is_cut_off_says_nothing_new() {
        Situations.in(MigrationPhase.SEVERED).when(told("h1", failed())).thenNothing();
    }

    private static PostCopyFailed failed() {
        return new PostCopyFailed(MIGRATION, Attempt.FIRST, "client socket is closed");
    }
}
