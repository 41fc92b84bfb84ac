package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.FIGURES;
import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
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
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvacuationTest {
    private static final MigrationId M = migration(6);
    private static final IntentId DRAIN = new IntentId("drain");
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    /** 80 percent of the card. */
    private static final BitsPerSecond ALONE = BitsPerSecond.mebibytesPerSecond(800);

    @Test
    void an_evacuation_goes_step_by_step_from_the_inventory_to_its_end() {
        ZoneScenario zone = zone();
        zone.when(told("h1", new InventoryReport(host("h1", 64, running(1, 4)))))
                .then(events(new HostInventoryRecorded(host("h1", 64, running(1, 4)))), noCommands())
                .when(told("h2", new InventoryReport(host("h2", 64))))
                .then(events(new HostInventoryRecorded(host("h2", 64))), noCommands())
                .when(settle())
                .thenNothing();

        zone.when(asked(evacuate("drain", "h1")))
                .then(events(new IntentAccepted(evacuate("drain", "h1"))), noCommands())
                .when(settle())
                .then(
                        events(
                                new MigrationPlanned(
                                        M, DRAIN, vm(1), new VmName("vm-1"), Bytes.gibibytes(4), id("h1"), id("h2")),
                                new MigrationDispatched(
                                        M, Attempt.FIRST, new Sequence(1), ALONE, zone.in(ZoneScenario.LAPSE))),
                        commands(order(
                                "h1",
                                M,
                                1,
                                1,
                                new StartMigration(
                                        vm(1),
                                        id("h2"),
                                        uri("h2"),
                                        ALONE,
                                        Duration.ofMinutes(30),
                                        TransferOptions.PLAIN))));

        zone.after(Duration.ofSeconds(1))
                .when(started(vm(1)))
                .then(
                        events(
                                new MigrationRunning(
                                        M,
                                        Attempt.FIRST,
                                        ALONE,
                                        zone.in(Duration.ofMinutes(30).plus(TEN_SECONDS))),
                                new RateAcknowledged(M, Attempt.FIRST, Sequence.FIRST, ALONE)),
                        noCommands())
                .when(settle())
                .thenNothing()
                .when(tick())
                .thenNothing();

        zone.after(Duration.ofSeconds(40))
                .when(left(vm(1)))
                .then(
                        events(new MigrationTransferred(
                                M, Attempt.FIRST, new Sequence(2), Optional.of(FIGURES), zone.in(TEN_SECONDS))),
                        commands(order("h2", M, 1, 2, new ObserveVm(vm(1)))))
                .when(arrived(vm(1)))
                .then(
                        events(new MigrationConfirmed(M, new Sequence(3), zone.in(TEN_SECONDS))),
                        commands(order("h1", M, 1, 3, new ReleaseSource(vm(1)))))
                .when(settle())
                .thenNothing();

        zone.when(released(vm(1)))
                .then(events(new MigrationSucceeded(M)), noCommands())
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands())
                .when(settle())
                .thenNothing();

        assertThat(zone.state().inventory().vmOn(id("h1"), vm(1))).isEmpty();
        assertThat(zone.state().inventory().vmOn(id("h2"), vm(1))).contains(running(1, 4));
        assertThat(zone.state().migrations().active()).isEmpty();
        assertThat(zone.state().intents().open()).isEmpty();
    }

    @Test
    void an_empty_host_is_evacuated_at_once() {
        zone().given(known(host("h1", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    @Test
    void a_vm_that_comes_to_the_host_during_the_evacuation_is_moved_too() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(told("h1", new InventoryReport(host("h1", 64, running(1, 4), running(2, 4)))))
                .when(settle());
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void a_vm_on_its_way_to_the_host_is_waited_for_and_then_moved() {
        ZoneScenario zone = zone().given(known(host("h1", 64, vm(1, 4, VmState.INCOMING))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .thenNothing();
        zone.when(told("h1", new InventoryReport(host("h1", 64, running(1, 4)))))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void a_vm_that_leaves_the_host_in_post_copy_is_waited_for() {
        zone().given(known(host("h1", 64, vm(1, 4, VmState.LEAVING))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .thenNothing();
    }

    @Test
    void an_evacuated_host_takes_vms_again_once_it_is_released() {
        ZoneScenario zone = zone().given(known(host("h1", 64)), known(host("h2", 64, running(1, 4))))
                .when(asked(evacuate("drain-1", "h1")))
                .when(settle())
                .when(asked(new ReleaseHosts(new IntentId("release"), new IntentId("drain-1"))))
                .when(asked(evacuate("drain-2", "h2")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h1"));
    }

    @Test
    void a_definition_that_the_source_still_reports_after_its_release_is_waited_for() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        moves(zone, vm(1))
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, VmState.MIGRATED_AWAY)))))
                .when(settle())
                .thenNothing()
                .when(told("h1", new InventoryReport(host("h1", 64))))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
    }
}
