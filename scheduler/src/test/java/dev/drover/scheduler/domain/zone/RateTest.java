package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.applied;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.NIC;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.uri;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.commands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final BitsPerSecond ALONE = mebibytes(800);
    private static final Duration ASK = Duration.ofSeconds(10);
    private static final BitsPerSecond HALF = mebibytes(400);

    @Test
    void those_that_start_together_share_their_link_equally() {
        ZoneScenario zone = twoVms(ZonePolicy.standard());
        assertThat(zone.granted(vm(1))).isEqualTo(HALF);
        assertThat(zone.granted(vm(2))).isEqualTo(HALF);
    }

    @Test
    void a_rate_is_a_multiple_of_the_quantum_and_never_more_than_the_slower_card_may_use() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, NIC, running(1, 4))), known(host("h2", 64, BitsPerSecond.megabits(100))))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(9));
    }

    @Test
    void who_stays_behind_gets_what_the_other_leaves() {
        ZoneScenario zone = twoVms(ZonePolicy.standard())
                .when(started(vm(1)))
                .when(started(vm(2)))
                .when(left(vm(1)))
                .when(settle());
        Migration second = zone.moving(vm(2));
        zone.then(
                events(new RateGranted(second.id(), Attempt.FIRST, new Sequence(2), ALONE, zone.in(ASK))),
                commands(order("h1", second.id(), 1, 2, new SetRate(vm(2), ALONE))));
    }

    @Test
    void a_rate_is_set_only_when_it_changes() {
        twoVms(ZonePolicy.standard())
                .when(started(vm(1)))
                .when(started(vm(2)))
                .when(left(vm(1)))
                .when(settle())
                .when(settle())
                .thenNothing();
    }

    @Test
    void a_rate_is_set_only_for_what_runs() {
        ZoneScenario zone = twoVms(ZonePolicy.standard())
                .when(started(vm(1)))
                .when(left(vm(1)))
                .when(settle())
                .thenNothing();
        zone.when(started(vm(2))).when(settle());
        assertThat(zone.granted(vm(2))).isEqualTo(ALONE);
    }

    @Test
    void slower_comes_first_then_the_start_then_faster() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 8, running(1, 4), running(2, 4))),
                        known(host("h2", 4, running(3, 4))),
                        known(host("h3", 4, running(4, 4))),
                        known(host("h4", 8, running(5, 8))),
                        known(host("h5", 8)),
                        known(host("h6", 8)),
                        known(host("h7", 8)))
                .when(asked(evacuate("drain-1", "h1")))
                .when(asked(evacuate("drain-2", "h2")))
                .when(settle());
        zone.when(started(vm(1))).when(started(vm(2))).when(started(vm(3))).when(left(vm(2)));
        MigrationId faster = zone.moving(vm(1)).id();
        MigrationId slower = zone.moving(vm(3)).id();

        zone.when(asked(evacuate("drain-3", "h3")))
                .when(asked(evacuate("drain-4", "h4")))
                .when(settle());
        MigrationId begun = zone.moving(vm(5)).id();
        assertThat(zone.lastEvents().stream().skip(2))
                .containsExactly(
                        new RateGranted(slower, Attempt.FIRST, new Sequence(2), HALF, zone.in(ASK)),
                        new MigrationDispatched(
                                begun, Attempt.FIRST, new Sequence(1), ALONE, zone.in(ZoneScenario.LAPSE)),
                        new RateGranted(faster, Attempt.FIRST, new Sequence(2), ALONE, zone.in(ASK)));
        assertThat(zone.lastOrders())
                .containsExactly(
                        order("h2", slower, 1, 2, new SetRate(vm(3), HALF)),
                        order(
                                "h4",
                                begun,
                                1,
                                1,
                                new StartMigration(
                                        vm(5),
                                        id("h7"),
                                        uri("h7"),
                                        ALONE,
                                        Duration.ofMinutes(30),
                                        TransferOptions.PLAIN)),
                        order("h1", faster, 1, 2, new SetRate(vm(1), ALONE)));

        assertThat(zone.moving(vm(4)).phase())
                .as("the slower one has not yet said that it obeys")
                .isEqualTo(MigrationPhase.QUEUED);
        zone.when(applied(vm(3))).when(settle());
        assertThat(zone.granted(vm(4))).isEqualTo(HALF);
    }

    @Test
    void what_was_told_to_start_keeps_its_rate_so_nobody_else_is_promised_any_of_it() {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(told("h1", new InventoryReport(host("h1", 64, running(1, 4), running(2, 4)))))
                .when(settle());
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);

        zone.when(started(vm(1))).when(settle());
        assertThat(zone.granted(vm(1))).isEqualTo(HALF);
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);

        zone.when(applied(vm(1))).when(settle());
        assertThat(zone.granted(vm(2))).isEqualTo(HALF);
    }

    @Test
    void an_acknowledged_rate_is_noted() {
        ZoneScenario zone = twoVms(ZonePolicy.standard()).when(started(vm(1)));
        MigrationId first = zone.moving(vm(1)).id();
        zone.when(applied(vm(1)))
                .then(events(new RateAcknowledged(first, Attempt.FIRST, Sequence.FIRST, HALF)), noCommands());
    }

    @Test
    void nothing_runs_over_a_link_whose_host_reports_no_speed_and_the_reason_is_given() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, BitsPerSecond.ZERO, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        BlockedVm blocked =
                new BlockedVm(vm(1), "vm-1 can't leave: the network card of h1 is too slow to migrate over");
        zone.then(
                events(
                        new VmBlocked(new IntentId("drain"), vm(1), blocked.why()),
                        IntentEnded.of(new IntentId("drain"), IntentOutcome.PARTIAL, List.of(blocked))),
                noCommands());
    }

    @Test
    void a_host_that_cannot_receive_is_no_destination() {
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4))),
                        known(host("h2", 64, BitsPerSecond.ZERO)),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));
    }

    private static ZoneScenario twoVms(ZonePolicy policy) {
        return zone(policy)
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
    }

    private static BitsPerSecond mebibytes(long count) {
        return BitsPerSecond.mebibytesPerSecond(count);
    }
}
