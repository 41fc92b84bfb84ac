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
import static dev.drover.scheduler.domain.zone.ZoneScenario.START;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.intent.Window;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final IntentId DRAIN = new IntentId("drain");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Window WINDOW = new Window(START.plus(HOUR), START.plus(HOUR.multipliedBy(2)));

    @Test
    void nothing_is_planned_before_the_window_opens() {
        ZoneScenario zone = twoVms().when(settle()).then(events(), noCommands());
        zone.after(HOUR.minusMillis(1)).when(settle()).thenNothing();
        zone.after(Duration.ofMillis(1)).when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void its_hosts_take_no_newcomers_from_the_acceptance_on() {
        ZoneScenario zone = twoVms().given(known(host("h3", 64, running(3, 4)))).when(asked(evacuate("other", "h3")));
        zone.when(settle());
        assertThat(zone.moving(vm(3)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void what_runs_when_the_window_closes_comes_through_and_what_waits_is_withdrawn() {
        ZoneScenario zone = twoVms();
        zone.after(HOUR).when(settle());
        MigrationId waiting = zone.moving(vm(2)).id();
        zone.when(started(vm(1)))
                .after(HOUR)
                .when(settle())
                .then(
                        events(new MigrationFailed(
                                waiting, FailureKind.ABORTED, "the window of intent drain is closed")),
                        noCommands());
        zone.when(left(vm(1))).when(arrived(vm(1))).when(released(vm(1))).when(settle());
        assertThat(zone.lastEvents())
                .containsExactly(IntentEnded.of(
                        DRAIN,
                        IntentOutcome.PARTIAL,
                        List.of(new BlockedVm(vm(2), "the window closed before it was moved"))));
    }

    @Test
    void an_evacuation_that_is_done_within_its_window_is_complete() {
        ZoneScenario zone = twoVms();
        zone.after(HOUR).when(settle());
        moves(zone, vm(1)).when(settle());
        moves(zone, vm(2)).when(settle());
        assertThat(zone.lastEvents()).containsExactly(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of()));
    }

    @Test
    void a_vm_that_is_still_coming_to_the_host_when_the_window_closes_is_named() {
        ZoneScenario zone = zone().given(known(host("h1", 64)), known(host("h2", 64, running(1, 4))))
                .when(asked(evacuate("other", "h2")))
                .when(settle())
                .when(started(vm(1)))
                .when(asked(drain(new Window(START, START.plus(HOUR)))));
        String why = "migration " + zone.moving(vm(1)).id() + " brings it to h1 and is RUNNING";
        zone.when(settle())
                .thenNothing()
                .after(HOUR)
                .when(settle())
                .then(
                        events(IntentEnded.of(DRAIN, IntentOutcome.PARTIAL, List.of(new BlockedVm(vm(1), why)))),
                        noCommands());
    }

    @Test
    void a_window_that_is_over_is_refused() {
        zone().given(known(host("h1", 64)))
                .after(HOUR.multipliedBy(2))
                .when(asked(drain(WINDOW)))
                .then(
                        events(new IntentRefused(DRAIN, "its window closed at 2026-01-31T14:00:00Z; set a later one")),
                        noCommands());
    }

    private static ZoneScenario twoVms() {
        return zone(ZonePolicy.standard().withParallel(1))
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(drain(WINDOW)));
    }

    private static EvacuateHosts drain(Window window) {
        return new EvacuateHosts(
                DRAIN,
                new EvacuationTarget.Hosts(List.of(id("h1"))),
                Optional.of(window),
                Optional.empty(),
                Priority.NORMAL,
                ReturnPolicy.STAY);
    }
}
