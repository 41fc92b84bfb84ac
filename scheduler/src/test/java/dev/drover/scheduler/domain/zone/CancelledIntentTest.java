package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.Situations.dispatched;
import static dev.drover.scheduler.domain.zone.Situations.in;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.commands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelledIntentTest {
    private static final IntentId CANCEL = new IntentId("cancel");
    private static final CancelIntent ASK = new CancelIntent(CANCEL, DRAIN);
    private static final Duration DUE = Duration.ofSeconds(10);

    @Test
    void what_waits_is_cancelled_at_once_and_what_began_is_stopped_by_its_source() {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(stayed(vm(2), FailureKind.ABORTED));
        MigrationId waiting = zone.moving(vm(2)).id();
        zone.when(asked(ASK))
                .then(
                        events(
                                new IntentAccepted(ASK),
                                new IntentCancelRequested(DRAIN, CANCEL),
                                new MigrationCancelRequested(
                                        MIGRATION, Attempt.FIRST, CANCEL, new Sequence(2), zone.in(DUE)),
                                new MigrationStayed(
                                        waiting,
                                        new Attempt(2),
                                        new Sequence(2),
                                        FailureKind.ABORTED,
                                        "stopped by intent cancel before it began",
                                        true,
                                        zone.in(DUE)),
                                IntentEnded.of(CANCEL, IntentOutcome.COMPLETED, List.of())),
                        commands(
                                order("h1", MIGRATION, 1, 2, new AbortMigration(vm(1))),
                                order("h2", waiting, 2, 2, new ObserveVm(vm(2)))));
        zone.when(cleared(vm(2)));
        assertThat(zone.lastEvents())
                .containsExactly(
                        new MigrationCancelled(waiting, "stopped by intent cancel before it began"),
                        new VmBlocked(
                                DRAIN, vm(2), waiting + " was cancelled: stopped by intent cancel before it began"));
    }

    @Test
    void it_ends_as_cancelled_when_all_is_stopped_names_what_was_left_and_gives_the_hosts_back() {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(asked(ASK)).when(settle());
        String why = MIGRATION + " was cancelled: as QEMU said";
        String other = migration(7) + " was cancelled: as QEMU said";
        zone.when(stayed(vm(1), FailureKind.ABORTED))
                .when(stayed(vm(2), FailureKind.ABORTED))
                .when(settle())
                .thenNothing()
                .when(cleared(vm(1)))
                .when(cleared(vm(2)))
                .when(settle())
                .then(
                        events(
                                IntentEnded.of(
                                        DRAIN,
                                        IntentOutcome.CANCELLED,
                                        List.of(new BlockedVm(vm(1), why), new BlockedVm(vm(2), other))),
                                new HostsReleased(DRAIN, DRAIN)),
                        noCommands());
        assertThat(zone.state().intents().holding(id("h1"))).isEmpty();
        assertThat(zone.state().intents().tasks()).isEmpty();
    }

    @Test
    void what_left_its_source_comes_through_before_it_ends() {
        ZoneScenario zone = dispatched()
                .when(started(vm(1)))
                .when(left(vm(1)))
                .when(stayed(vm(2), FailureKind.DESTINATION_REFUSED))
                .when(asked(ASK))
                .when(settle())
                .thenNothing();
        zone.when(arrived(vm(1))).when(released(vm(1))).when(settle());
        assertThat(zone.lastEvents().getFirst())
                .isEqualTo(IntentEnded.of(
                        DRAIN,
                        IntentOutcome.CANCELLED,
                        List.of(new BlockedVm(
                                vm(2), "m-000000007 failed at attempt 1, DESTINATION_REFUSED: as QEMU said"))));
        assertThat(zone.state().inventory().home(vm(1))).contains(id("h2"));
    }

    @Test
    void before_anything_was_planned_it_ends_at_the_next_settling() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(asked(ASK))
                .when(settle());
        assertThat(zone.lastEvents())
                .containsExactly(
                        IntentEnded.of(
                                DRAIN,
                                IntentOutcome.CANCELLED,
                                List.of(new BlockedVm(vm(1), "the intent was cancelled before it was moved"))),
                        new HostsReleased(DRAIN, DRAIN));
    }

    @Test
    void to_cancel_twice_is_accepted_and_stops_nothing_twice() {
        ZoneScenario zone = in(IntentPhase.CANCELLING).when(asked(new CancelIntent(new IntentId("again"), DRAIN)));
        assertThat(zone.lastOrders()).isEmpty();
        assertThat(zone.lastEvents()).hasSize(2);
    }

    @Test
    void what_nobody_knows_cannot_be_cancelled() {
        zone().when(asked(ASK))
                .then(events(new IntentRefused(CANCEL, "intent drain is not known in zone z1")), noCommands());
    }
}
