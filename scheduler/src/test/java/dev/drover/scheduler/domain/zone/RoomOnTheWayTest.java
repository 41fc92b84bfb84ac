package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomOnTheWayTest {
    @Test
    void memory_is_promised_from_the_plan_on_so_a_second_vm_goes_elsewhere() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 20), running(2, 20))),
                        known(host("h2", 32)),
                        known(host("h3", 32)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h2"));
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h3"));
    }

    @Test
    void memory_of_a_vm_that_leaves_a_host_is_not_free_there_before_it_is_gone() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 32, running(1, 20))),
                        known(host("h2", 32, running(2, 20))),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain-1", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));
        moves(zone, vm(1)).when(settle()).when(asked(new ReleaseHosts(new IntentId("back"), new IntentId("drain-1"))));

        zone.when(asked(evacuate("drain-2", "h2"))).when(settle());
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h1"));
        zone.when(started(vm(2))).when(left(vm(2))).when(arrived(vm(2))).when(settle());
        assertThat(zone.state()
                        .inventory()
                        .unusedMemory(zone.state().inventory().host(id("h2")).orElseThrow()))
                .isEqualTo(Bytes.gibibytes(12));
        zone.when(released(vm(2)));
        assertThat(zone.state()
                        .inventory()
                        .unusedMemory(zone.state().inventory().host(id("h2")).orElseThrow()))
                .isEqualTo(Bytes.gibibytes(32));
    }

    @Test
    void a_vm_that_its_destination_shows_already_is_not_counted_twice() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 20), running(2, 12))), known(host("h2", 32)))
                .when(asked(evacuate("drain", "h1")))
                .when(told("h2", new InventoryReport(host("h2", 32))))
                .when(settle())
                .when(told("h2", new InventoryReport(host("h2", 32, vm(1, 20, VmState.INCOMING)))))
                .when(settle());
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void a_host_that_is_being_evacuated_takes_no_newcomers() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4))),
                        known(host("h2", 64, running(2, 4))),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain-1", "h1")))
                .when(asked(evacuate("drain-2", "h2")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h3"));
    }

    @Test
    void what_waits_to_go_to_a_host_is_placed_anew_when_that_host_is_to_be_evacuated() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(1))
                .given(
                        known(host("h1", 64, running(1, 4), running(2, 4))),
                        known(host("h2", 64)),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain-1", "h1")))
                .when(settle());
        MigrationId waiting = zone.moving(vm(2)).id();
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h2"));

        zone.when(asked(evacuate("drain-2", "h2"))).when(settle());
        assertThat(zone.lastEvents())
                .startsWith(
                        new MigrationFailed(waiting, FailureKind.ABORTED, "its destination h2 is being evacuated now"));
        zone.when(settle());
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h3"));
        assertThat(zone.state().intents().open()).hasSize(2);
    }

    @Test
    void what_is_already_on_its_way_arrives_and_then_leaves_again_before_the_evacuation_ends() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4))), known(host("h2", 64)), known(host("h3", 64)))
                .when(asked(evacuate("drain-1", "h1")))
                .when(settle())
                .when(started(vm(1)))
                .when(asked(evacuate("drain-2", "h2")))
                .when(settle())
                .thenNothing();
        zone.when(left(vm(1))).when(arrived(vm(1))).when(released(vm(1))).when(settle());
        assertThat(zone.moving(vm(1)).plan().source()).isEqualTo(id("h2"));
        moves(zone, vm(1))
                .when(settle())
                .then(
                        events(IntentEnded.of(new IntentId("drain-2"), IntentOutcome.COMPLETED, List.of())),
                        noCommands());
    }
}
