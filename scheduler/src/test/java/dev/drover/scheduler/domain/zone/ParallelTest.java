package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.migration.MigrationPhase.CONFIRMING;
import static dev.drover.scheduler.domain.migration.MigrationPhase.DISPATCHED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.NEEDS_OPERATOR;
import static dev.drover.scheduler.domain.migration.MigrationPhase.QUEUED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.RUNNING;
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
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void as_many_start_as_may_leave_the_host_at_once_and_the_next_when_one_is_through() {
        ZoneScenario zone = zone(policy(2, 9))
                .given(known(host("h1", 64, running(1, 4), running(2, 4), running(3, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(phases(zone)).containsExactly(DISPATCHED, DISPATCHED, QUEUED);

        zone.when(started(vm(1))).when(settle());
        assertThat(phases(zone)).containsExactly(RUNNING, DISPATCHED, QUEUED);

        zone.when(left(vm(1))).when(settle());
        assertThat(phases(zone)).containsExactly(CONFIRMING, DISPATCHED, DISPATCHED);
    }

    @Test
    void as_many_start_as_may_come_to_a_host_at_once() {
        ZoneScenario zone = zone(policy(9, 1))
                .given(
                        known(host("h1", 64, running(1, 4), running(2, 4))),
                        known(host("h2", 64, running(3, 4))),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain-1", "h1")))
                .when(asked(evacuate("drain-2", "h2")))
                .when(settle());
        assertThat(phases(zone)).containsExactly(DISPATCHED, QUEUED, QUEUED);

        zone.when(started(vm(1))).when(left(vm(1))).when(settle());
        assertThat(phases(zone)).containsExactly(CONFIRMING, DISPATCHED, QUEUED);
    }

    @Test
    void no_more_start_than_the_card_has_smallest_rates_for_however_many_are_allowed() {
        BitsPerSecond slow = BitsPerSecond.mebibytesPerSecond(3);
        ZoneScenario zone = zone(policy(9, 9))
                .given(known(host("h1", 64, slow, running(1, 4), running(2, 4), running(3, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(phases(zone)).containsExactly(DISPATCHED, DISPATCHED, QUEUED);
    }

    @Test
    void what_runs_counts_however_much_its_links_have_left() {
        ZoneScenario zone = zone(policy(1, 9))
                .given(
                        known(host("h1", 64, running(1, 4), running(2, 4))),
                        known(host("h2", 64, BitsPerSecond.mebibytesPerSecond(10))),
                        known(host("h3", 64)))
                .when(asked(move("one", 1, "h2")))
                .when(settle())
                .when(started(vm(1)))
                .when(asked(move("two", 2, "h3")))
                .when(settle())
                .when(settle());
        assertThat(phases(zone)).containsExactly(RUNNING, QUEUED);
    }

    @Test
    void what_waits_for_an_operator_counts_as_long_as_it_may_be_sending() {
        ZoneScenario zone = zone(policy(1, 9))
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        while (zone.moving(vm(1)).phase() == DISPATCHED) {
            zone.after(Duration.ofHours(1)).when(tick());
        }
        zone.when(settle());
        assertThat(phases(zone)).containsExactly(NEEDS_OPERATOR, QUEUED);

        zone.when(asked(new ResolveMigration(
                        new IntentId("resolve"),
                        zone.moving(vm(1)).id(),
                        OperatorVerdict.AT_SOURCE,
                        "seen in the rack")))
                .when(settle());
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(DISPATCHED);
    }

    @Test
    void two_vms_come_through_side_by_side() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        zone.when(started(vm(1))).when(started(vm(2))).when(settle()).thenNothing();
        zone.when(left(vm(2))).when(settle()).when(left(vm(1))).when(settle());
        zone.when(arrived(vm(1))).when(arrived(vm(2))).when(settle()).thenNothing();
        zone.when(released(vm(2)))
                .when(settle())
                .thenNothing()
                .when(released(vm(1)))
                .when(settle())
                .then(events(IntentEnded.of(new IntentId("drain"), IntentOutcome.COMPLETED, List.of())), noCommands());
    }

    private static MigrateVm move(String intent, int vm, String destination) {
        return new MigrateVm(
                new IntentId(intent), vm(vm), Optional.of(id(destination)), Optional.empty(), Priority.NORMAL);
    }

    private static List<MigrationPhase> phases(ZoneScenario zone) {
        return zone.state()
                .migrations()
                .underWay(one -> true)
                .map(Migration::phase)
                .toList();
    }

    /** Migrations may use 80 percent of a card. */
    private static ZonePolicy policy(int out, int in) {
        ZonePolicy standard = ZonePolicy.standard();
        return new ZonePolicy(
                out,
                in,
                standard.linkSharePercent(),
                standard.quantum(),
                standard.commandLife(),
                standard.giveUpAfter(),
                standard.askAfter(),
                standard.attempts(),
                standard.retryAfter(),
                standard.askAtMost(),
                standard.questionsBeforeOperator(),
                standard.skew(),
                standard.transfer());
    }
}
