package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.dispatched;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.FreezeZone;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreezeTest {
    private static final FreezeZone FREEZE = new FreezeZone(new IntentId("freeze"));
    private static final ThawZone THAW = new ThawZone(new IntentId("thaw"));

    @Test
    void to_freeze_and_to_thaw_are_done_and_ended_in_one_breath() {
        zone().when(asked(FREEZE))
                .then(
                        events(
                                new IntentAccepted(FREEZE),
                                new ZoneFrozen(FREEZE.intent()),
                                IntentEnded.of(FREEZE.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands())
                .when(asked(THAW))
                .then(
                        events(
                                new IntentAccepted(THAW),
                                new ZoneThawed(THAW.intent()),
                                IntentEnded.of(THAW.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands());
    }

    @Test
    void what_is_so_already_is_accepted_and_changes_nothing() {
        assertThat(zone().when(asked(THAW)).lastEvents()).hasSize(2);
        ZoneScenario zone = zone().when(asked(FREEZE)).when(asked(new FreezeZone(new IntentId("again"))));
        assertThat(zone.lastEvents()).hasSize(2);
        assertThat(zone.state().rules().frozenBy()).contains(FREEZE.intent());
    }

    @Test
    void in_a_frozen_zone_intents_are_accepted_and_planned_and_nothing_starts() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(FREEZE))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.lastOrders()).isEmpty();
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.QUEUED);
        zone.when(asked(THAW)).when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
    }

    @Test
    void what_is_under_way_goes_on_and_what_failed_is_not_tried_again_before_the_thaw() {
        ZoneScenario zone = dispatched().when(asked(FREEZE)).when(stayed(vm(2), FailureKind.ABORTED));
        moves(zone, vm(1)).after(Duration.ofMinutes(1)).when(settle());
        assertThat(zone.state().inventory().home(vm(1))).contains(id("h2"));
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);
    }
}
