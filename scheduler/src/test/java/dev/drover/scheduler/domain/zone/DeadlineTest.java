package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.ZoneScenario.START;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReturnPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Instant DEADLINE = START.plusSeconds(600);

    @Test
    void passing_it_is_said_once_and_stops_nothing() {
        ZoneScenario zone = draining().when(settle()).when(started(vm(1)));
        zone.after(Duration.ofSeconds(600)).when(tick()).thenNothing();
        zone.after(Duration.ofMillis(1))
                .when(tick())
                .then(events(new IntentOverdue(DRAIN, DEADLINE)), noCommands())
                .when(tick())
                .thenNothing();
        zone.when(left(vm(1))).when(arrived(vm(1))).when(released(vm(1))).when(settle());
        assertThat(zone.lastEvents()).containsExactly(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of()));
    }

    @Test
    void what_is_done_in_time_is_never_late() {
        ZoneScenario zone = draining().when(settle());
        moves(zone, vm(1)).when(settle());
        zone.after(Duration.ofDays(1)).when(tick()).thenNothing();
    }

    @Test
    void a_paused_intent_is_late_all_the_same() {
        draining()
                .when(asked(new PauseIntent(new IntentId("pause"), DRAIN)))
                .after(Duration.ofSeconds(601))
                .when(tick())
                .then(events(new IntentOverdue(DRAIN, DEADLINE)), noCommands());
    }

    @Test
    void one_that_has_passed_is_refused() {
        zone().given(known(host("h1", 64)))
                .after(Duration.ofSeconds(600))
                .when(asked(drain()))
                .then(
                        events(new IntentRefused(
                                DRAIN, "its deadline 2026-01-31T12:10:00Z has passed; set a later one")),
                        noCommands());
    }

    private static ZoneScenario draining() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(drain()));
    }

    private static EvacuateHosts drain() {
        return new EvacuateHosts(
                DRAIN,
                new EvacuationTarget.Hosts(List.of(id("h1"))),
                Optional.empty(),
                Optional.of(DEADLINE),
                Priority.NORMAL,
                ReturnPolicy.STAY);
    }
}
