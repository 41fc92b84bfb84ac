package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.Situations.in;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.VmUnblocked;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.RetryMigration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final IntentId RETRY = new IntentId("retry");
    private static final RetryMigration ASK = new RetryMigration(RETRY, MIGRATION);

    @Test
    void what_failed_for_good_is_unblocked_and_planned_anew_with_all_its_attempts() {
        ZoneScenario zone = in(MigrationPhase.FAILED)
                .when(asked(ASK))
                .then(
                        events(
                                new IntentAccepted(ASK),
                                new VmUnblocked(DRAIN, vm(1), RETRY),
                                IntentEnded.of(RETRY, IntentOutcome.COMPLETED, List.of())),
                        noCommands())
                .when(settle());
        assertThat(zone.moving(vm(1)).id()).isNotEqualTo(MIGRATION);
        assertThat(zone.moving(vm(1)).attempt()).isEqualTo(Attempt.FIRST);
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
    }

    @Test
    void what_was_cancelled_is_planned_anew_too() {
        ZoneScenario zone = in(MigrationPhase.CANCELLED).when(asked(ASK)).when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
    }

    @Test
    void what_is_planned_anew_already_is_not_tried_again_by_its_old_name() {
        in(MigrationPhase.FAILED)
                .when(asked(ASK))
                .when(asked(new RetryMigration(new IntentId("again"), MIGRATION)))
                .then(
                        events(new IntentRefused(
                                new IntentId("again"),
                                "migration " + MIGRATION + " can't be changed so: its vm is planned for anew already,"
                                        + " or its intent is over")),
                        noCommands());
    }

    @Test
    void when_its_intent_is_over_nobody_knows_it_any_more() {
        ZoneScenario zone = in(MigrationPhase.FAILED);
        moves(zone, vm(2)).when(settle());
        zone.when(asked(ASK))
                .then(
                        events(new IntentRefused(
                                RETRY, "migration " + MIGRATION + " is not known in zone z1, or its intent is over")),
                        noCommands());
    }
}
