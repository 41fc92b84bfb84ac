package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.ForgetVm;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.RetryMigration;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.report.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final IntentId RELEASE = new IntentId("release");
    private static final ReleaseHosts ASK = new ReleaseHosts(RELEASE, DRAIN);

    @Test
    void under_stay_the_hosts_may_be_used_again_and_nothing_moves() {
        ZoneScenario zone = drained(ReturnPolicy.STAY);
        assertThat(zone.state().intents().holding(id("h1"))).isPresent();
        zone.when(asked(ASK))
                .then(
                        events(
                                new IntentAccepted(ASK),
                                new HostsReleased(DRAIN, RELEASE),
                                IntentEnded.of(RELEASE, IntentOutcome.COMPLETED, List.of())),
                        noCommands());
        zone.when(settle()).thenNothing();
        assertThat(zone.state().intents().holding(id("h1"))).isEmpty();
        assertThat(zone.state().intents().tasks()).isEmpty();
    }

    @Test
    void under_return_the_vms_that_left_come_back() {
        ZoneScenario zone = drained(ReturnPolicy.RETURN)
                .when(asked(ASK))
                .then(events(new IntentAccepted(ASK), new HostsReleased(DRAIN, RELEASE)), noCommands())
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h1"));
        moves(moves(zone, vm(1)), vm(2))
                .when(settle())
                .then(events(IntentEnded.of(RELEASE, IntentOutcome.COMPLETED, List.of())), noCommands());
        assertThat(zone.state().inventory().home(vm(1))).contains(id("h1"));
        assertThat(zone.state().inventory().home(vm(2))).contains(id("h1"));
        assertThat(zone.state().inventory().home(vm(3))).contains(id("h2"));
    }

    @Test
    void a_vm_comes_back_to_where_it_was_although_another_host_comes_first() {
        ZoneScenario zone = drained(ReturnPolicy.RETURN)
                .given(known(host("h0", 64)))
                .when(asked(ASK))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h1"));
    }

    @Test
    void a_return_that_was_stopped_is_tried_again_when_it_is_asked_for() {
        ZoneScenario zone =
                drained(ReturnPolicy.RETURN).when(asked(ASK)).when(settle()).when(started(vm(1)));
        MigrationId first = zone.moving(vm(1)).id();
        zone.when(asked(new CancelMigration(new IntentId("stop"), first)))
                .when(stayed(vm(1), FailureKind.ABORTED))
                .when(cleared(vm(1)))
                .when(settle())
                .when(asked(new RetryMigration(new IntentId("again"), first)))
                .when(settle());
        assertThat(zone.moving(vm(1)).id()).isNotEqualTo(first);
    }

    @Test
    void a_vm_that_cannot_come_back_is_named_and_the_others_come() {
        ZoneScenario zone = drained(ReturnPolicy.RETURN)
                .given(known(host("h1", 4)))
                .when(asked(ASK))
                .when(settle());
        moves(zone, vm(1)).when(settle());
        assertThat(zone.lastEvents())
                .containsExactly(IntentEnded.of(
                        RELEASE,
                        IntentOutcome.PARTIAL,
                        List.of(new BlockedVm(vm(2), "vm-2 can't go there: h1 has too little memory left"))));
    }

    @Test
    void a_vm_that_is_gone_meanwhile_is_not_waited_for() {
        drained(ReturnPolicy.RETURN)
                .when(asked(new ForgetVm(new IntentId("forget-1"), vm(1))))
                .when(asked(new ForgetVm(new IntentId("forget-2"), vm(2))))
                .when(asked(ASK))
                .when(settle())
                .then(events(IntentEnded.of(RELEASE, IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    @Test
    void what_holds_no_hosts_cannot_be_released() {
        zone().when(asked(ASK))
                .then(
                        events(new IntentRefused(
                                RELEASE,
                                "intent drain holds no hosts; it is no evacuation, was released, or is not known")),
                        noCommands());
    }

    /** The evacuation of h1 is over: its two vms went to h2, where there is a third. */
    private static ZoneScenario drained(ReturnPolicy afterwards) {
        EvacuateHosts drain = new EvacuateHosts(
                DRAIN,
                new EvacuationTarget.Hosts(List.of(id("h1"))),
                Optional.empty(),
                Optional.empty(),
                Priority.NORMAL,
                afterwards);
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64, running(3, 4))))
                .when(asked(drain))
                .when(settle());
        return moves(moves(zone, vm(1)), vm(2)).when(settle());
    }
}
