package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.applied;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.START;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.decider;
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
import dev.drover.schema.event.PolicyChanged;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.policy.ZonePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
    @Test
    void the_first_owner_writes_the_policy_down_and_later_ones_find_it_there() {
        ZonePolicy first = ZonePolicy.standard().withParallel(7);
        ZoneScenario zone = zone(first);
        assertThat(zone.lastEvents()).endsWith(new PolicyChanged(first));
        ZoneDecider later = decider(ZonePolicy.standard());
        Decision decision = later.decide(zone.state(), new ZoneInput.Takeover(new NodeId("node-2"), START));
        assertThat(decision.events()).hasSize(1);
        assertThat(zone.state().rules().policy()).contains(first);
    }

    @Test
    void it_is_changed_in_one_breath_and_holds_from_then_on() {
        ChangePolicy change =
                new ChangePolicy(new IntentId("figures"), ZonePolicy.standard().withParallel(1));
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(change))
                .then(
                        events(
                                new IntentAccepted(change),
                                new PolicyChanged(change.policy()),
                                IntentEnded.of(change.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands())
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);
        zone.when(asked(new ChangePolicy(new IntentId("more"), ZonePolicy.standard())))
                .when(started(vm(1)))
                .when(settle());
        zone.when(applied(vm(1))).when(settle());
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
    }
}
