package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.ended;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.seenAtDestination;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.again;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.zone.ZoneScenario.Happening;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnresolvedTest {
    private static final IntentId DRAIN = new IntentId("drain");

    @Test
    void a_source_that_does_not_know_why_a_guest_is_shut_off_leaves_the_word_to_the_destination() {
        ZoneScenario zone = dispatched().when(started(vm(1)));
        MigrationId migration = zone.moving(vm(1)).id();
        zone.when(ended(vm(1), new SourceVerdict.Unclear(VmState.SHUT_OFF, "libvirt was started again")))
                .when(arrived(vm(1)))
                .when(released(vm(1)))
                .then(events(new MigrationSucceeded(migration)), noCommands());
    }

    @Test
    void a_source_that_cannot_tell_hands_the_vm_to_an_operator() {
        ZoneScenario zone = dispatched().when(started(vm(1)));
        MigrationId migration = zone.moving(vm(1)).id();
        String evidence = "the source has it as PAUSED: post-copy failed";
        zone.when(ended(vm(1), new SourceVerdict.Unclear(VmState.PAUSED, "post-copy failed")))
                .then(unresolved(migration, evidence), noCommands())
                .when(settle())
                .then(
                        events(IntentEnded.of(
                                DRAIN,
                                IntentOutcome.PARTIAL,
                                List.of(new BlockedVm(
                                        vm(1), "an operator must look at " + migration + ": " + evidence)))),
                        noCommands());
    }

    @Test
    void a_destination_that_does_not_know_the_vm_hands_it_to_an_operator() {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(left(vm(1)));
        zone.when(seenAtDestination(vm(1), Optional.empty()))
                .then(
                        unresolved(
                                migration(6), "it is not at the source any more, and the destination does not know it"),
                        noCommands());
    }

    @ParameterizedTest
    @EnumSource(names = {"SHUT_OFF", "MIGRATED_AWAY"})
    void a_destination_that_has_only_the_definition_hands_it_to_an_operator(VmState state) {
        dispatched()
                .when(started(vm(1)))
                .when(left(vm(1)))
                .when(seenAtDestination(vm(1), Optional.of(state)))
                .then(
                        unresolved(
                                migration(6),
                                "it is not at the source any more, and the destination has it as " + state),
                        noCommands());
    }

    @ParameterizedTest
    @EnumSource(names = {"INCOMING", "PAUSED"})
    void a_vm_that_is_not_yet_running_at_its_destination_is_asked_for_again(VmState state) {
        ZoneScenario zone = dispatched()
                .when(started(vm(1)))
                .when(left(vm(1)))
                .when(seenAtDestination(vm(1), Optional.of(state)))
                .thenNothing();
        zone.after(Duration.ofSeconds(10)).when(tick());
        assertThat(zone.lastOrders()).containsExactly(order("h2", migration(6), 1, 3, new ObserveVm(vm(1))));
    }

    @Test
    void a_vm_that_runs_at_its_destination_and_still_lacks_memory_is_asked_for_again() {
        dispatched()
                .when(started(vm(1)))
                .when(left(vm(1)))
                .when(told(
                        "h2", new VmObserved(migration(6), Attempt.FIRST, vm(1), Optional.of(VmState.RUNNING), true)))
                .thenNothing()
                .when(arrived(vm(1)))
                .when(released(vm(1)))
                .then(events(new MigrationSucceeded(migration(6))), noCommands());
    }

    @Test
    void a_vm_that_stands_still_at_its_destination_however_often_it_is_asked_for_is_handed_to_an_operator() {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(left(vm(1)));
        int most = zone.policy().questionsBeforeOperator();
        for (int question = 1; question <= most; question++) {
            zone.when(seenAtDestination(vm(1), Optional.of(VmState.PAUSED))).thenNothing();
            zone.after(zone.policy().askAtMost()).when(tick());
            assertThat(zone.lastOrders()).hasSize(1);
        }
        zone.when(seenAtDestination(vm(1), Optional.of(VmState.PAUSED)))
                .then(
                        unresolved(
                                migration(6),
                                "it is not at the source any more, and asked 12 times the destination has it as PAUSED"),
                        noCommands());
    }

    @Test
    void the_intent_names_a_vm_whose_whereabouts_nobody_knows_even_when_its_host_is_empty() {
        dispatched()
                .when(started(vm(1)))
                .when(left(vm(1)))
                .when(seenAtDestination(vm(1), Optional.empty()))
                .when(told("h1", new InventoryReport(host("h1", 64))))
                .when(settle())
                .then(
                        events(IntentEnded.of(
                                DRAIN,
                                IntentOutcome.PARTIAL,
                                List.of(new BlockedVm(
                                        vm(1),
                                        "an operator must look at m-000000006: it is not at the source any more, and the "
                                                + "destination does not know it")))),
                        noCommands());
    }

    @Test
    void nothing_more_is_done_with_the_vm() {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(left(vm(1)));
        Happening late = arrived(vm(1));
        ZoneInput lateReport = late.at(zone);
        zone.when(seenAtDestination(vm(1), Optional.empty()))
                .when(again(lateReport))
                .thenNothing()
                .when(settle())
                .after(Duration.ofHours(1))
                .when(tick())
                .thenNothing();
    }

    private static List<ZoneEvent> unresolved(MigrationId migration, String evidence) {
        return events(
                MigrationUnresolved.atRest(migration, evidence),
                new VmBlocked(DRAIN, vm(1), "an operator must look at " + migration + ": " + evidence));
    }

    private static ZoneScenario dispatched() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
    }
}
