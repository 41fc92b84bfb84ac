package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
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
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.HindranceKind;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockedVmTest {
    private static final IntentId DRAIN = new IntentId("drain");

    @Test
    void a_vm_that_fits_nowhere_is_blocked_and_the_others_go_on() {
        ZoneScenario zone = zone().given(known(host("h1", 128, running(1, 60), running(2, 4))), known(host("h2", 32)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        String why = "vm-1 fits on no other host: it needs 64424509440 bytes";
        assertThat(zone.lastEvents()).startsWith(new VmBlocked(DRAIN, vm(1), why));
        moves(zone, vm(2)).when(settle()).then(events(partial(new BlockedVm(vm(1), why))), noCommands());
        assertThat(zone.state().inventory().vmOn(id("h1"), vm(1))).isPresent();
    }

    @Test
    void vms_that_do_not_run_are_blocked_each_with_its_reason() {
        ZoneScenario zone = zone().given(
                        known(host(
                                "h1",
                                64,
                                vm(1, 4, VmState.PAUSED),
                                vm(2, 4, VmState.SHUT_OFF),
                                vm(3, 4, VmState.MIGRATED_AWAY))),
                        known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        BlockedVm paused = new BlockedVm(vm(1), "vm-1 is paused; resume it, or stop it and move its definition");
        BlockedVm shutOff = new BlockedVm(vm(2), "vm-2 is shut off; start it, or move its definition");
        BlockedVm ghost =
                new BlockedVm(vm(3), "vm-3 migrated away without Drover and left its definition behind; undefine it");
        zone.then(
                events(
                        new VmBlocked(DRAIN, vm(1), paused.why()),
                        new VmBlocked(DRAIN, vm(2), shutOff.why()),
                        new VmBlocked(DRAIN, vm(3), ghost.why()),
                        partial(paused, shutOff, ghost)),
                noCommands());
    }

    @Test
    void a_vm_that_something_keeps_where_it_is_stays_with_every_reason_and_the_others_go() {
        VmFacts kept = new VmFacts(
                vm(1),
                new VmName("vm-1"),
                Bytes.gibibytes(4),
                VmState.RUNNING,
                List.of(
                        new Hindrance(HindranceKind.HOST_DEVICE, "a device is passed through"),
                        new Hindrance(HindranceKind.LOCAL_DISK, "a disk is local")),
                List.of());
        ZoneScenario zone = zone().given(known(host("h1", 64, kept, running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());

        assertThat(zone.state().intents().task(DRAIN).orElseThrow().blocked().get(vm(1)))
                .isEqualTo("vm-1 can't be migrated live: a device is passed through; a disk is local");
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void a_vm_is_blocked_once() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, vm(1, 4, VmState.PAUSED), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(settle())
                .thenNothing();
        assertThat(zone.state().intents().open()).hasSize(1);
    }

    @Test
    void a_blocked_vm_that_went_some_other_way_is_not_left_behind() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, vm(1, 4, VmState.PAUSED), vm(2, 4, VmState.SHUT_OFF), running(3, 4))),
                        known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(told("h1", new InventoryReport(host("h1", 64, vm(2, 4, VmState.SHUT_OFF), running(3, 4)))));
        moves(zone, vm(3))
                .when(settle())
                .then(
                        events(partial(new BlockedVm(vm(2), "vm-2 is shut off; start it, or move its definition"))),
                        noCommands());
    }

    @Test
    void an_evacuation_whose_blocked_vms_all_went_is_complete() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, vm(1, 4, VmState.PAUSED), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(told("h1", new InventoryReport(host("h1", 64, running(2, 4)))));
        moves(zone, vm(2))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    @Test
    void a_definition_left_behind_without_drover_is_blocked_even_where_drover_moved_the_vm_before() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("before", "h1")))
                .when(settle());
        moves(zone, vm(1))
                .when(settle())
                .when(asked(new ReleaseHosts(new IntentId("release"), new IntentId("before"))))
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, VmState.MIGRATED_AWAY)))))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.lastEvents())
                .contains(partial(new BlockedVm(
                        vm(1), "vm-1 migrated away without Drover and left its definition behind; undefine it")));
    }

    private static IntentEnded partial(BlockedVm... left) {
        return IntentEnded.of(DRAIN, IntentOutcome.PARTIAL, List.of(left));
    }
}
