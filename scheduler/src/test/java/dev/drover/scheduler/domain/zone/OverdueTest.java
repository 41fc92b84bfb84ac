package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.seenAtSource;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.commands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.policy.ZonePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private static final Duration ASK = Duration.ofSeconds(10);
    private static final Duration TWICE = ASK.multipliedBy(2);
    private static final MigrationId M = migration(6);

    @Test
    void a_start_that_nobody_confirmed_is_asked_about_at_the_source_again_and_again() {
        ZoneScenario zone = dispatched();
        zone.after(Duration.ofSeconds(31)).when(tick()).thenNothing();
        zone.after(Duration.ofSeconds(1))
                .when(tick())
                .then(
                        events(new MigrationQueried(M, new Sequence(2), id("h1"), zone.in(ASK))),
                        commands(order("h1", M, 1, 2, new ObserveVm(vm(1)))));
        zone.when(tick()).thenNothing();
        zone.after(ASK)
                .when(tick())
                .then(
                        events(new MigrationQueried(M, new Sequence(3), id("h1"), zone.in(TWICE))),
                        commands(order("h1", M, 1, 3, new ObserveVm(vm(1)))));
    }

    @Test
    void a_running_migration_is_asked_about_once_it_should_have_been_given_up() {
        ZoneScenario zone = dispatched().when(started(vm(1)));
        zone.after(Duration.ofMinutes(30)).when(tick()).thenNothing();
        zone.after(ASK)
                .when(tick())
                .then(
                        events(new MigrationQueried(M, new Sequence(2), id("h1"), zone.in(ASK))),
                        commands(order("h1", M, 1, 2, new ObserveVm(vm(1)))));
        zone.when(seenAtSource(vm(1), Optional.of(VmState.RUNNING), true)).thenNothing();
        zone.after(ASK).when(tick());
        assertThat(zone.lastOrders()).containsExactly(order("h1", M, 1, 3, new ObserveVm(vm(1))));
    }

    @Test
    void a_guest_that_should_have_arrived_is_asked_for_at_the_destination() {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(left(vm(1)));
        zone.after(ASK)
                .when(tick())
                .then(
                        events(new MigrationQueried(M, new Sequence(3), id("h2"), zone.in(ASK))),
                        commands(order("h2", M, 1, 3, new ObserveVm(vm(1)))));
        zone.after(ASK).when(tick());
        assertThat(zone.lastOrders()).containsExactly(order("h2", M, 1, 4, new ObserveVm(vm(1))));
    }

    @Test
    void a_source_that_should_have_been_released_is_told_again() {
        ZoneScenario zone = dispatched().when(started(vm(1))).when(left(vm(1))).when(arrived(vm(1)));
        zone.after(ASK)
                .when(tick())
                .then(
                        events(new MigrationQueried(M, new Sequence(4), id("h1"), zone.in(ASK))),
                        commands(order("h1", M, 1, 4, new ReleaseSource(vm(1)))));
        zone.after(ASK).when(tick());
        assertThat(zone.lastOrders()).containsExactly(order("h1", M, 1, 5, new ReleaseSource(vm(1))));
    }

    @Test
    void nobody_is_asked_about_what_waits_for_its_turn() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(1))
                .given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(started(vm(1)));
        zone.after(Duration.ofMinutes(29)).when(tick()).thenNothing();
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);
    }

    @Test
    void the_pause_between_two_questions_doubles_up_to_the_longest_and_begins_anew_in_the_next_phase() {
        ZoneScenario zone = dispatched().after(ZoneScenario.LAPSE);
        List<Long> seconds = new ArrayList<>();
        for (int question = 0; question < 8; question++) {
            zone.when(tick());
            Duration pause =
                    Duration.between(zone.in(Duration.ZERO), zone.moving(vm(1)).dueAt());
            seconds.add(pause.toSeconds());
            zone.after(pause);
        }
        assertThat(seconds).containsExactly(10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);

        zone.when(left(vm(1))).after(ASK).when(tick());
        assertThat(zone.lastEvents())
                .containsExactly(new MigrationQueried(M, new Sequence(11), id("h2"), zone.in(ASK)));
    }

    static ZoneScenario dispatched() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
    }
}
