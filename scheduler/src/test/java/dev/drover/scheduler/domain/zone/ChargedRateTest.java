package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.applied;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.seenAtSource;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.Situations.dispatched;
import static dev.drover.scheduler.domain.zone.ZoneScenario.LAPSE;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.commands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChargedRateTest {
    private static final BitsPerSecond ALONE = BitsPerSecond.mebibytesPerSecond(800);
    private static final BitsPerSecond HALF = BitsPerSecond.mebibytesPerSecond(400);
    private static final Duration ASK = Duration.ofSeconds(10);

    @Test
    void who_was_told_to_slow_down_is_charged_at_the_old_rate_until_it_says_so() {
        ZoneScenario zone = slowedDown();
        assertThat(zone.granted(vm(1))).isEqualTo(HALF);
        assertThat(charged(zone, 1)).isEqualTo(ALONE);
        zone.when(settle()).thenNothing();
        zone.when(applied(vm(1))).when(settle());
        assertThat(charged(zone, 1)).isEqualTo(HALF);
        assertThat(zone.granted(vm(2))).isEqualTo(HALF);
    }

    @Test
    void who_may_speed_up_waits_until_the_others_have_slowed_down() {
        ZoneScenario zone = slowedDown().when(applied(vm(1))).when(settle()).when(started(vm(2)));
        zone.when(left(vm(1))).when(settle());
        assertThat(zone.granted(vm(2))).isEqualTo(ALONE);
        assertThat(charged(zone, 2)).isEqualTo(ALONE);
    }

    @Test
    void an_answer_to_an_earlier_command_is_noted_and_frees_nothing() {
        ZoneScenario zone = slowedDown();
        zone.when(applied(vm(1), Sequence.FIRST, ALONE))
                .then(events(new RateAcknowledged(MIGRATION, Attempt.FIRST, Sequence.FIRST, ALONE)), noCommands())
                .when(settle());
        assertThat(charged(zone, 1)).isEqualTo(ALONE);
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);
    }

    @Test
    void a_grant_that_nobody_answered_is_told_again_when_it_is_due_and_the_new_command_has_to_be_answered() {
        ZoneScenario zone = slowedDown();
        zone.after(ASK.minusMillis(1)).when(settle()).thenNothing();
        zone.after(Duration.ofMillis(1))
                .when(settle())
                .then(
                        events(new RateGranted(MIGRATION, Attempt.FIRST, new Sequence(3), HALF, zone.in(ASK))),
                        commands(order("h1", MIGRATION, 1, 3, new SetRate(vm(1), HALF))))
                .when(settle())
                .thenNothing();
        zone.when(applied(vm(1), new Sequence(2), HALF)).when(settle());
        assertThat(charged(zone, 1)).isEqualTo(ALONE);
        zone.when(applied(vm(1), new Sequence(3), HALF)).when(settle());
        assertThat(charged(zone, 1)).isEqualTo(HALF);
    }

    @Test
    void a_grant_that_does_not_fit_any_more_is_not_told_again_but_what_fits() {
        ZoneScenario zone = slowedDown();
        zone.after(ASK)
                .when(asked(new ChangePolicy(
                        new IntentId("less"), ZonePolicy.standard().withLinkShare(20))))
                .when(tick())
                .thenNothing();
        zone.when(settle());
        assertThat(zone.lastEvents())
                .filteredOn(RateGranted.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        RateGranted.class, granted -> assertThat(granted.rate()).isLessThan(HALF));
    }

    @Test
    void what_has_answered_is_not_told_again() {
        slowedDown()
                .when(applied(vm(1)))
                .when(settle())
                .after(ASK)
                .when(settle())
                .thenNothing();
    }

    @Test
    void a_start_of_which_nothing_is_heard_is_charged_however_long_it_is_silent() {
        ZoneScenario zone = dispatched();
        zone.after(Duration.ofHours(1)).when(tick()).when(settle());
        assertThat(charged(zone, 1)).isEqualTo(HALF);
    }

    @Test
    void a_running_one_that_was_never_heard_to_begin_is_told_its_rate_again() {
        ZoneScenario zone = dispatched().when(seenAtSource(vm(1), Optional.of(VmState.RUNNING), true));
        zone.after(LAPSE).when(settle());
        assertThat(zone.lastOrders()).contains(order("h1", MIGRATION, 1, 2, new SetRate(vm(1), HALF)));
    }

    @Test
    void evidence_that_it_ended_frees_what_it_was_charged() {
        ZoneScenario zone =
                slowedDown().when(stayed(vm(1), FailureKind.ABORTED)).when(settle());
        assertThat(charged(zone, 1)).isEqualTo(BitsPerSecond.ZERO);
        assertThat(zone.granted(vm(2))).isEqualTo(ALONE);
    }

    @Test
    void those_that_start_together_share_what_is_left_beside_one_that_has_not_slowed_down_yet() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(2))
                .given(
                        known(host("h1", 64, running(1, 4), running(2, 4), running(3, 4), running(4, 4))),
                        known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(started(vm(1)))
                .when(started(vm(2)))
                .when(left(vm(2)))
                .when(asked(new ChangePolicy(
                        new IntentId("more"), ZonePolicy.standard().withParallel(3))))
                .when(settle());
        assertThat(charged(zone, 1)).isEqualTo(HALF);
        assertThat(zone.granted(vm(3))).isEqualTo(BitsPerSecond.mebibytesPerSecond(267));
        assertThat(zone.granted(vm(4))).isEqualTo(BitsPerSecond.mebibytesPerSecond(133));
    }

    @Test
    void those_that_may_speed_up_together_share_what_a_silent_one_leaves() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(3))
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .given(known(host("h3", 64, running(3, 4))))
                .when(asked(evacuate("drain", "h1")))
                .when(asked(evacuate("drain-3", "h3")))
                .when(settle())
                .when(started(vm(1)))
                .when(started(vm(2)));
        while (zone.moving(vm(3)).phase() == MigrationPhase.DISPATCHED) {
            zone.after(Duration.ofMinutes(1)).when(tick());
        }
        zone.when(settle());
        assertThat(charged(zone, 3)).isEqualTo(BitsPerSecond.mebibytesPerSecond(266));
        assertThat(zone.granted(vm(1))).isEqualTo(BitsPerSecond.mebibytesPerSecond(267));
        assertThat(zone.granted(vm(2))).isEqualTo(BitsPerSecond.mebibytesPerSecond(267));
    }

    @Test
    void nobody_is_sped_up_within_its_charge_while_a_narrowed_link_is_charged_with_more_than_it_has() {
        ZonePolicy narrow = ZonePolicy.standard().withParallel(2).withLinkShare(64);
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(2))
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(started(vm(1)))
                .when(asked(new ChangePolicy(new IntentId("narrow"), narrow)))
                .when(settle());
        BitsPerSecond slower = zone.granted(vm(1));
        assertThat(slower).isLessThan(HALF);
        assertThat(charged(zone, 1)).isEqualTo(HALF);
        while (zone.moving(vm(2)).phase() == MigrationPhase.DISPATCHED) {
            zone.after(Duration.ofMinutes(1)).when(tick());
        }
        zone.when(settle());
        assertThat(charged(zone, 2)).isEqualTo(HALF);
        assertThat(zone.granted(vm(1))).isEqualTo(slower);
    }

    /** The first vm ran alone and has to make room for the second, which waits. */
    private static ZoneScenario slowedDown() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(started(vm(1)))
                .when(told("h1", new InventoryReport(host("h1", 64, running(1, 4), running(2, 4)))))
                .when(settle());
    }

    private static BitsPerSecond charged(ZoneScenario zone, int vm) {
        return zone.state().leases().charged(zone.moving(vm(vm)).id());
    }
}
