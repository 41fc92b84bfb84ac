package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.ended;
import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.Situations.in;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.scheduler.domain.plan.Room;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.VmUnblocked;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolveTest {
    private static final IntentId RESOLVE = new IntentId("resolve");

    @Test
    void a_guest_found_at_its_source_is_moved_anew() {
        ResolveMigration ask = found(OperatorVerdict.AT_SOURCE);
        ZoneScenario zone = in(MigrationPhase.NEEDS_OPERATOR)
                .when(asked(ask))
                .then(
                        events(
                                new IntentAccepted(ask),
                                new MigrationResolved(MIGRATION, OperatorVerdict.AT_SOURCE, "seen with virsh", RESOLVE),
                                new VmUnblocked(DRAIN, vm(1), RESOLVE),
                                IntentEnded.of(RESOLVE, IntentOutcome.COMPLETED, List.of())),
                        noCommands())
                .when(settle());
        assertThat(zone.moving(vm(1)).id()).isNotEqualTo(MIGRATION);
    }

    @Test
    void a_guest_found_at_its_destination_has_moved() {
        ZoneScenario zone = in(MigrationPhase.NEEDS_OPERATOR).when(asked(found(OperatorVerdict.AT_DESTINATION)));
        assertThat(zone.state().inventory().home(vm(1))).contains(id("h2"));
        moves(zone, vm(2))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    @Test
    void a_single_vm_found_at_its_destination_is_where_it_should_be_and_not_moved_on() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4))), known(host("h2", 64)), known(host("h3", 64)))
                .when(asked(new MigrateVm(
                        new IntentId("move"), vm(1), Optional.empty(), Optional.empty(), Priority.NORMAL)))
                .when(settle())
                .when(started(vm(1)))
                .when(ended(vm(1), new SourceVerdict.Unclear(VmState.PAUSED, "as QEMU said")));
        MigrationId moved = zone.moving(vm(1)).id();
        zone.when(asked(new ResolveMigration(RESOLVE, moved, OperatorVerdict.AT_DESTINATION, "seen with virsh")))
                .when(settle())
                .then(events(IntentEnded.of(new IntentId("move"), IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    @Test
    void a_lost_guest_is_nobodys_to_move() {
        ZoneScenario zone = in(MigrationPhase.NEEDS_OPERATOR).when(asked(found(OperatorVerdict.LOST)));
        assertThat(zone.state().inventory().knowing(vm(1))).isEmpty();
        moves(zone, vm(2))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    @Test
    void its_room_at_the_destination_is_kept_until_then() {
        ZoneScenario zone = in(MigrationPhase.NEEDS_OPERATOR);
        assertThat(Room.of(zone.state()).fits(id("h2"), Bytes.gibibytes(57))).isFalse();
        zone.when(asked(found(OperatorVerdict.AT_SOURCE)));
        assertThat(Room.of(zone.state()).fits(id("h2"), Bytes.gibibytes(60))).isTrue();
    }

    @Test
    void nothing_more_is_sent_for_it_until_then() {
        ZoneScenario zone = in(MigrationPhase.NEEDS_OPERATOR).when(stayed(vm(2), FailureKind.DESTINATION_REFUSED));
        zone.when(settle()).after(Duration.ofDays(1)).when(tick()).thenNothing();
    }

    @Test
    void after_the_end_of_its_intent_it_can_still_be_resolved_and_is_then_forgotten() {
        ZoneScenario zone = in(MigrationPhase.NEEDS_OPERATOR);
        moves(zone, vm(2)).when(settle());
        assertThat(zone.state().intents().open()).isEmpty();
        zone.when(asked(found(OperatorVerdict.AT_SOURCE)));
        assertThat(zone.lastEvents()).hasSize(3).noneMatch(event -> event instanceof VmUnblocked);
        assertThat(zone.state().migrations()).isEqualTo(Migrations.EMPTY);
    }

    private static ResolveMigration found(OperatorVerdict verdict) {
        return new ResolveMigration(RESOLVE, MIGRATION, verdict, "seen with virsh");
    }
}
