package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.ForgetHost;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked about one intent is nothing to the migrations of another. */
class TwoIntentsTest {
    @Test
    void to_cancel_one_stops_only_what_moves_for_it() {
        ZoneScenario zone = two().when(asked(new CancelIntent(new IntentId("stop"), new IntentId("drain-1"))))
                .when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.CANCELLING);
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.RUNNING);
    }

    @Test
    void one_is_done_while_the_other_goes_on() {
        ZoneScenario zone = two();
        zone.when(left(vm(1))).when(arrived(vm(1))).when(released(vm(1))).when(settle());
        assertThat(zone.lastEvents())
                .contains(IntentEnded.of(new IntentId("drain-1"), IntentOutcome.COMPLETED, List.of()));
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.RUNNING);
    }

    @Test
    void a_host_that_neither_comes_from_nor_goes_to_can_be_forgotten_meanwhile() {
        ForgetHost forget = new ForgetHost(new IntentId("forget"), id("h4"));
        ZoneScenario zone = two().given(known(host("h4", 64))).when(asked(forget));
        assertThat(zone.lastEvents()).contains(new IntentAccepted(forget));
        assertThat(zone.state().inventory().host(id("h4"))).isEmpty();
    }

    /** Two drains, each with one guest on its way to h2. */
    private static ZoneScenario two() {
        return zone().given(
                        known(host("h1", 64, running(1, 4))),
                        known(host("h2", 64)),
                        known(host("h3", 64, running(2, 4))))
                .when(asked(evacuate("drain-1", "h1")))
                .when(asked(evacuate("drain-3", "h3")))
                .when(settle())
                .when(started(vm(1)))
                .when(started(vm(2)));
    }
}
