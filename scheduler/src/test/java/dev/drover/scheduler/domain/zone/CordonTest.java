package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.HostCordoned;
import dev.drover.schema.event.HostUncordoned;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CordonTest {
    private static final CordonHost CORDON = new CordonHost(new IntentId("cordon"), id("h2"));
    private static final UncordonHost UNCORDON = new UncordonHost(new IntentId("uncordon"), id("h2"));

    @Test
    void to_cordon_and_to_uncordon_are_done_and_ended_in_one_breath() {
        zone().given(known(host("h2", 64)))
                .when(asked(CORDON))
                .then(
                        events(
                                new IntentAccepted(CORDON),
                                new HostCordoned(id("h2"), CORDON.intent()),
                                IntentEnded.of(CORDON.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands())
                .when(asked(UNCORDON))
                .then(
                        events(
                                new IntentAccepted(UNCORDON),
                                new HostUncordoned(id("h2"), UNCORDON.intent()),
                                IntentEnded.of(UNCORDON.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands());
    }

    @Test
    void what_is_so_already_is_accepted_and_changes_nothing() {
        ZoneScenario zone = zone().given(known(host("h2", 64)));
        assertThat(zone.when(asked(UNCORDON)).lastEvents()).hasSize(2);
        zone.when(asked(CORDON)).when(asked(new CordonHost(new IntentId("again"), id("h2"))));
        assertThat(zone.lastEvents()).hasSize(2);
        assertThat(zone.state().inventory().cordoned()).containsEntry(id("h2"), CORDON.intent());
    }

    @Test
    void a_host_that_nobody_knows_can_be_neither() {
        zone().when(asked(CORDON))
                .then(
                        events(new IntentRefused(
                                CORDON.intent(), "host h2 is not known in zone z1; known are: none yet")),
                        noCommands())
                .when(asked(UNCORDON))
                .then(
                        events(new IntentRefused(
                                UNCORDON.intent(), "host h2 is not known in zone z1; known are: none yet")),
                        noCommands());
    }

    @Test
    void ten_hosts_are_named_to_who_asks_for_one_that_nobody_knows_and_no_more() {
        ZoneScenario ten = hosts(10).when(asked(CORDON));
        assertThat(refusal(ten)).endsWith("known are: a0, a1, a2, a3, a4, a5, a6, a7, a8, a9");
        ZoneScenario twelve = hosts(12).when(asked(CORDON));
        assertThat(refusal(twelve)).endsWith("known are: a0, a1, a10, a11, a2, a3, a4, a5, a6, a7 and 2 more");
    }

    private static ZoneScenario hosts(int count) {
        ZoneScenario zone = zone();
        for (int number = 0; number < count; number++) {
            zone.given(known(host("a" + number, 64)));
        }
        return zone;
    }

    private static String refusal(ZoneScenario zone) {
        return ((IntentRefused) zone.lastEvents().getFirst()).why();
    }

    @Test
    void a_cordoned_host_keeps_its_vms_and_gets_no_others() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4))),
                        known(host("h2", 64, running(2, 4))),
                        known(host("h3", 64)))
                .when(asked(CORDON))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));
        assertThat(zone.state().migrations().of(vm(2))).isEmpty();
    }

    @Test
    void what_waits_to_go_there_is_withdrawn_and_what_is_on_its_way_arrives() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(1))
                .given(
                        known(host("h1", 64, running(1, 4), running(2, 4))),
                        known(host("h2", 64)),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        MigrationId waiting = zone.moving(vm(2)).id();
        zone.when(started(vm(1)))
                .when(asked(CORDON))
                .when(settle())
                .then(
                        events(new MigrationFailed(
                                waiting, FailureKind.ABORTED, "its destination h2 takes no new vms any more")),
                        noCommands());
        zone.when(settle());
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h3"));
        moves(zone, vm(1));
        assertThat(zone.state().inventory().home(vm(1))).contains(id("h2"));
    }

    @Test
    void what_waits_to_go_there_once_more_asks_there_what_its_first_attempt_left() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4))), known(host("h2", 64)), known(host("h3", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(started(vm(1)))
                .when(stayed(vm(1), FailureKind.DESTINATION_UNREACHABLE))
                .when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.QUEUED);
        zone.when(asked(CORDON)).when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.CLEARING);
        assertThat(zone.lastOrders().getLast().host()).isEqualTo(id("h2"));
    }

    @Test
    void a_cordoned_host_can_be_evacuated() {
        ZoneScenario zone = zone().given(known(host("h1", 64)), known(host("h2", 64, running(1, 4))))
                .when(asked(CORDON))
                .when(asked(evacuate("drain", "h2")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h1"));
    }
}
