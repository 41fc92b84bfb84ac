package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.START;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.report.InventoryReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrateVmTest {
    private static final IntentId MOVE = new IntentId("move");

    @Test
    void it_goes_where_it_is_told_although_another_host_comes_first() {
        ZoneScenario zone = three().when(asked(to("h3")));
        zone.then(events(new IntentAccepted(to("h3"))), noCommands()).when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));
        moves(zone, vm(1))
                .when(settle())
                .then(events(IntentEnded.of(MOVE, IntentOutcome.COMPLETED, List.of())), noCommands());
        assertThat(zone.state().inventory().home(vm(1))).contains(id("h3"));
        assertThat(zone.state().migrations()).isEqualTo(Migrations.EMPTY);
    }

    @Test
    void without_a_destination_it_goes_wherever_it_fits_once() {
        ZoneScenario zone = three().when(asked(anywhere())).when(settle());
        moves(zone, vm(1))
                .when(settle())
                .then(events(IntentEnded.of(MOVE, IntentOutcome.COMPLETED, List.of())), noCommands());
        assertThat(zone.state().inventory().home(vm(1))).contains(id("h2"));
    }

    @Test
    void where_there_is_no_room_it_ends_at_once_with_the_reason() {
        BlockedVm blocked = new BlockedVm(vm(1), "vm-1 can't go there: h3 has too little memory left");
        three().given(known(host("h3", 2)))
                .when(asked(to("h3")))
                .when(settle())
                .then(
                        events(
                                new VmBlocked(MOVE, vm(1), blocked.why()),
                                IntentEnded.of(MOVE, IntentOutcome.PARTIAL, List.of(blocked))),
                        noCommands());
    }

    @Test
    void it_is_refused_for_what_is_so_already_is_not_there_or_is_not_to_be_had() {
        refuses(three(), to("h1"), "the vm is on h1 already");
        refuses(three(), to("h9"), "host h9 is not known in zone z1; known are: h1, h2, h3");
        refuses(zone(), to("h3"), "vm " + vm(1) + " runs on no host of zone z1");
        refuses(
                three().when(asked(new CordonHost(new IntentId("cordon"), id("h3")))),
                to("h3"),
                "host h3 is cordoned; uncordon it, or choose another");
        refuses(
                three().when(asked(evacuate("drain", "h3"))),
                to("h3"),
                "host h3 is being evacuated already, by intent drain");
        refuses(
                three().when(asked(evacuate("drain", "h3"))).when(settle()),
                to("h3"),
                "host h3 is kept empty, by intent drain");
    }

    @Test
    void a_vm_that_moves_or_is_about_to_is_not_moved_by_another_intent() {
        MigrateVm other =
                new MigrateVm(new IntentId("other"), vm(1), Optional.empty(), Optional.empty(), Priority.NORMAL);
        refuses(three().when(asked(other)), to("h3"), "intent other moves vm " + vm(1) + " already");
        refuses(
                three().when(asked(other)).when(settle()),
                to("h3"),
                "migration m-000000007 of the vm is DISPATCHED; wait for its end, or stop it");
    }

    @Test
    void a_deadline_that_has_passed_is_refused() {
        MigrateVm late = new MigrateVm(MOVE, vm(1), Optional.empty(), Optional.of(START), Priority.NORMAL);
        refuses(three(), late, "its deadline 2026-01-31T12:00:00Z has passed; set a later one");
    }

    @Test
    void a_vm_that_came_there_by_itself_meanwhile_is_where_it_should_be() {
        three().when(asked(to("h3")))
                .when(told("h1", new InventoryReport(host("h1", 64))))
                .when(told("h3", new InventoryReport(host("h3", 64, running(1, 4)))))
                .when(settle())
                .then(events(IntentEnded.of(MOVE, IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    private static void refuses(ZoneScenario zone, MigrateVm intent, String why) {
        zone.when(asked(intent)).then(events(new IntentRefused(MOVE, why)), noCommands());
    }

    private static ZoneScenario three() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)), known(host("h3", 64)));
    }

    private static MigrateVm to(String host) {
        return new MigrateVm(MOVE, vm(1), Optional.of(id(host)), Optional.empty(), Priority.NORMAL);
    }

    private static MigrateVm anywhere() {
        return new MigrateVm(MOVE, vm(1), Optional.empty(), Optional.empty(), Priority.NORMAL);
    }
}
