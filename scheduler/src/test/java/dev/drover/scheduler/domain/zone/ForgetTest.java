package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
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
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.ForgetVm;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.ReportMark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForgetTest {
    private static final ForgetHost HOST = new ForgetHost(new IntentId("forget-host"), id("h1"));
    private static final ForgetVm VM = new ForgetVm(new IntentId("forget-vm"), vm(1));

    @Test
    void a_dead_host_is_forgotten_with_all_it_held() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(new CordonHost(new IntentId("cordon"), id("h1"))))
                .when(asked(HOST))
                .then(
                        events(
                                new IntentAccepted(HOST),
                                new HostForgotten(id("h1"), HOST.intent()),
                                IntentEnded.of(HOST.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands());
        assertThat(zone.state().inventory().hosts()).containsOnlyKeys(id("h2"));
        assertThat(zone.state().inventory().home(vm(1))).isEmpty();
        assertThat(zone.state().inventory().cordoned()).isEmpty();
    }

    @Test
    void a_copy_of_what_a_forgotten_host_once_said_does_not_bring_it_back() {
        ReportMark first = new ReportMark(id("h1"), new Incarnation(7), Sequence.FIRST);
        zone().when(told(first, new InventoryReport(host("h1", 64))))
                .when(asked(HOST))
                .when(told(first, new InventoryReport(host("h1", 64))))
                .then(events(), noCommands());
    }

    @Test
    void it_comes_back_when_its_agent_lives_anew() {
        ReportMark before = new ReportMark(id("h1"), new Incarnation(7), new Sequence(12));
        ReportMark after = new ReportMark(id("h1"), new Incarnation(8), Sequence.FIRST);
        zone().when(told(before, new InventoryReport(host("h1", 64))))
                .when(asked(HOST))
                .when(told(after, new InventoryReport(host("h1", 128))))
                .then(events(known(host("h1", 128))), noCommands());
    }

    @Test
    void an_evacuation_of_a_forgotten_host_is_done() {
        zone().given(known(host("h1", 64, vm(1, 4, VmState.INCOMING))))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(asked(HOST))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    @Test
    void a_vm_that_is_gone_is_forgotten_on_every_host() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, vm(1, 4, VmState.MIGRATED_AWAY))), known(host("h2", 64, running(1, 4))))
                .when(asked(VM))
                .then(
                        events(
                                new IntentAccepted(VM),
                                new VmForgotten(vm(1), VM.intent()),
                                IntentEnded.of(VM.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands());
        assertThat(zone.state().inventory().knowing(vm(1))).isEmpty();
    }

    @Test
    void what_nobody_knows_cannot_be_forgotten() {
        zone().when(asked(HOST))
                .then(
                        events(new IntentRefused(
                                HOST.intent(), "host h1 is not known in zone z1; known are: none yet")),
                        noCommands())
                .when(asked(VM))
                .then(events(new IntentRefused(VM.intent(), "vm " + vm(1) + " is not known in zone z1")), noCommands());
    }

    @ParameterizedTest
    @EnumSource(
            value = MigrationPhase.class,
            names = {"SUCCEEDED", "FAILED", "CANCELLED", "RESOLVED"},
            mode = EnumSource.Mode.EXCLUDE)
    void neither_end_of_a_migration_nor_its_vm_is_forgotten_before_its_end(MigrationPhase phase) {
        String cure =
                " has migration " + MIGRATION + " in phase " + phase + "; wait for its end, cancel it or resolve it";
        ZoneScenario zone = in(phase);
        zone.when(asked(HOST)).then(events(new IntentRefused(HOST.intent(), "host h1" + cure)), noCommands());
        ForgetHost destination = new ForgetHost(new IntentId("forget-h2"), id("h2"));
        zone.when(asked(destination))
                .then(events(new IntentRefused(destination.intent(), "host h2" + cure)), noCommands());
        zone.when(asked(VM)).then(events(new IntentRefused(VM.intent(), "vm " + vm(1) + cure)), noCommands());
    }
}
