package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.dispatched;
import static dev.drover.scheduler.domain.zone.Situations.in;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausedIntentTest {
    private static final IntentId PAUSE = new IntentId("pause");
    private static final IntentId RESUME = new IntentId("resume");

    @Test
    void to_pause_is_accepted_done_and_ended_in_one_breath() {
        PauseIntent pause = new PauseIntent(PAUSE, DRAIN);
        dispatched()
                .when(asked(pause))
                .then(
                        events(
                                new IntentAccepted(pause),
                                new IntentPaused(DRAIN, PAUSE),
                                IntentEnded.of(PAUSE, IntentOutcome.COMPLETED, List.of())),
                        noCommands());
    }

    @Test
    void to_resume_is_accepted_done_and_ended_in_one_breath() {
        ResumeIntent resume = new ResumeIntent(RESUME, DRAIN);
        in(IntentPhase.PAUSED)
                .when(asked(resume))
                .then(
                        events(
                                new IntentAccepted(resume),
                                new IntentResumed(DRAIN, RESUME),
                                IntentEnded.of(RESUME, IntentOutcome.COMPLETED, List.of())),
                        noCommands());
    }

    @Test
    void what_is_so_already_is_accepted_and_changes_nothing() {
        assertThat(in(IntentPhase.PAUSED)
                        .when(asked(new PauseIntent(new IntentId("again"), DRAIN)))
                        .lastEvents())
                .noneMatch(event -> event instanceof IntentPaused)
                .last()
                .isInstanceOf(IntentEnded.class);
        assertThat(dispatched().when(asked(new ResumeIntent(RESUME, DRAIN))).lastEvents())
                .noneMatch(event -> event instanceof IntentResumed);
    }

    @Test
    void nobody_can_pause_or_resume_what_nobody_knows() {
        zone().when(asked(new PauseIntent(PAUSE, DRAIN)))
                .then(events(new IntentRefused(PAUSE, "intent drain is not known in zone z1")), noCommands())
                .when(asked(new ResumeIntent(RESUME, DRAIN)))
                .then(events(new IntentRefused(RESUME, "intent drain is not known in zone z1")), noCommands());
    }

    @Test
    void while_it_is_paused_what_runs_goes_on_and_nothing_is_planned_or_started() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(1))
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(asked(new PauseIntent(PAUSE, DRAIN)))
                .when(told("h1", new InventoryReport(host("h1", 64, running(1, 4), running(2, 4), running(3, 4)))));
        moves(zone, vm(1)).when(settle()).thenNothing();
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);
        assertThat(zone.state().migrations().of(vm(3))).isEmpty();

        zone.when(asked(new ResumeIntent(RESUME, DRAIN))).when(settle());
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
        assertThat(zone.moving(vm(3)).phase()).isEqualTo(MigrationPhase.QUEUED);
    }

    @Test
    void a_paused_attempt_that_fails_waits_until_it_is_resumed() {
        ZoneScenario zone = in(IntentPhase.PAUSED).when(stayed(vm(1), FailureKind.ABORTED));
        zone.after(Duration.ofMinutes(1)).when(settle()).thenNothing();
        zone.when(asked(new ResumeIntent(RESUME, DRAIN))).when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
    }

    @Test
    void a_paused_evacuation_whose_vms_all_went_is_over() {
        ZoneScenario zone = in(IntentPhase.PAUSED);
        moves(moves(zone, vm(1)), vm(2))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
    }
}
