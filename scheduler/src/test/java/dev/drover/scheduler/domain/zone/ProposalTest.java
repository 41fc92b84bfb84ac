package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.proposed;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.PlanProposal.Move;
import dev.drover.scheduler.domain.plan.PlanProposal.Stuck;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final Move MOVE = new Move(DRAIN, vm(1), id("h1"), id("h2"));
    private static final Stuck STUCK = new Stuck(DRAIN, vm(1), id("h1"));
    private static final IntentId OTHER = new IntentId("other");

    @Test
    void a_move_that_still_fits_is_planned() {
        draining()
                .when(proposed(MOVE))
                .then(
                        events(new MigrationPlanned(
                                migration(7),
                                DRAIN,
                                vm(1),
                                new VmName("vm-1"),
                                Bytes.gibibytes(4),
                                id("h1"),
                                id("h2"))),
                        noCommands());
    }

    @Test
    void a_thought_about_an_older_state_counts_where_nothing_has_changed_about_it() {
        ZoneScenario zone = draining();
        PlanProposal thought = zone.thought().orElseThrow();
        zone.when(told("h3", new InventoryReport(host("h3", 32)))).when(proposed(thought));
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void of_two_moves_of_a_vm_the_first_is_planned_and_the_same_plan_is_nothing_the_second_time() {
        ZoneScenario zone = draining().when(proposed(MOVE, new Move(DRAIN, vm(1), id("h1"), id("h3")), STUCK));
        assertThat(zone.lastEvents()).hasSize(1);
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h2"));
        zone.when(proposed(MOVE)).thenNothing();
    }

    @Test
    void what_no_longer_holds_is_dropped_and_the_rest_is_done() {
        ZoneScenario zone = draining()
                .when(told("h1", new InventoryReport(host("h1", 64, running(2, 4)))))
                .when(proposed(MOVE, new Move(DRAIN, vm(2), id("h1"), id("h2"))));
        assertThat(zone.lastEvents()).hasSize(1);
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void a_vm_that_left_paused_or_is_somewhere_else_is_not_moved() {
        draining()
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, VmState.PAUSED), running(2, 4)))))
                .when(proposed(MOVE))
                .thenNothing();
        draining()
                .when(told("h1", new InventoryReport(host("h1", 64, running(2, 4)))))
                .when(told("h3", new InventoryReport(host("h3", 64, running(1, 4)))))
                .when(proposed(MOVE))
                .thenNothing()
                .when(proposed(new Move(DRAIN, vm(1), id("h3"), id("h2"))))
                .thenNothing();
    }

    @Test
    void a_destination_that_takes_no_newcomers_any_more_is_dropped() {
        draining()
                .when(asked(new CordonHost(OTHER, id("h2"))))
                .when(proposed(MOVE))
                .thenNothing();
        draining().when(asked(evacuate("other", "h2"))).when(proposed(MOVE)).thenNothing();
        draining()
                .when(asked(new ForgetHost(OTHER, id("h2"))))
                .when(proposed(MOVE))
                .thenNothing();
        draining()
                .when(told("h2", new InventoryReport(host("h2", 64)), Duration.ofSeconds(9)))
                .when(proposed(MOVE))
                .thenNothing();
        draining()
                .when(told("h2", new InventoryReport(host("h2", 64, BitsPerSecond.ZERO))))
                .when(proposed(MOVE))
                .thenNothing();
        draining().when(proposed(new Move(DRAIN, vm(1), id("h1"), id("h1")))).thenNothing();
    }

    @Test
    void a_destination_that_has_become_full_is_dropped_also_by_an_item_of_the_same_plan() {
        draining()
                .when(told("h2", new InventoryReport(host("h2", 64, running(9, 61)))))
                .when(proposed(MOVE))
                .thenNothing();
        ZoneScenario zone = draining().when(told("h2", new InventoryReport(host("h2", 7))));
        zone.when(proposed(MOVE, new Move(DRAIN, vm(2), id("h1"), id("h2"))));
        assertThat(zone.lastEvents()).hasSize(1);
        assertThat(zone.state().migrations().of(vm(2))).isEmpty();
    }

    @Test
    void what_does_not_run_where_it_was_thought_to_run_is_not_moved() {
        for (VmState state : VmState.values()) {
            ZoneScenario zone = draining()
                    .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, state), running(2, 4)))))
                    .when(proposed(MOVE));
            assertThat(zone.state().migrations().of(vm(1)).isPresent())
                    .as("%s", state)
                    .isEqualTo(state == VmState.RUNNING);
        }
    }

    @Test
    void what_is_still_coming_or_has_gone_by_itself_is_not_blocked() {
        draining()
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 999, VmState.INCOMING), running(2, 4)))))
                .when(proposed(STUCK))
                .thenNothing();
        ZoneScenario zone = draining().when(settle());
        moves(zone, vm(1))
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, VmState.MIGRATED_AWAY), running(2, 4)))))
                .when(proposed(STUCK))
                .thenNothing();
    }

    @Test
    void what_is_promised_to_an_active_migration_is_not_there_for_a_proposal() {
        ZoneScenario zone = draining()
                .when(told("h2", new InventoryReport(host("h2", 7))))
                .when(proposed(MOVE))
                .when(told("h2", new InventoryReport(host("h2", 7, vm(1, 4, VmState.SHUT_OFF)))));
        zone.when(proposed(new Move(DRAIN, vm(2), id("h1"), id("h2")))).thenNothing();
    }

    @Test
    void what_its_destination_shows_already_is_not_counted_twice() {
        ZoneScenario zone = draining()
                .when(told("h2", new InventoryReport(host("h2", 8))))
                .when(proposed(MOVE))
                .when(told("h2", new InventoryReport(host("h2", 8, vm(1, 4, VmState.INCOMING)))));
        zone.when(proposed(new Move(DRAIN, vm(2), id("h1"), id("h2"))));
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h2"));
    }

    @Test
    void an_intent_that_is_paused_cancelled_over_or_unknown_moves_nothing() {
        draining()
                .when(asked(new PauseIntent(OTHER, DRAIN)))
                .when(proposed(MOVE, STUCK))
                .thenNothing();
        draining()
                .when(asked(new CancelIntent(OTHER, DRAIN)))
                .when(proposed(MOVE, STUCK))
                .thenNothing();
        zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(proposed(MOVE, STUCK))
                .thenNothing();
    }

    @Test
    void a_vm_that_the_intent_did_not_ask_for_is_not_moved() {
        draining()
                .given(known(host("h3", 64, running(3, 4))))
                .when(proposed(new Move(DRAIN, vm(3), id("h3"), id("h2")), new Stuck(DRAIN, vm(3), id("h3"))))
                .thenNothing();
    }

    @Test
    void a_vm_goes_only_where_its_intent_sends_it() {
        MigrateVm there = new MigrateVm(OTHER, vm(1), Optional.of(id("h3")), Optional.empty(), Priority.NORMAL);
        ZoneScenario zone = zone().given(
                        known(host("h1", 64, running(1, 4))), known(host("h2", 64)), known(host("h3", 64)))
                .when(asked(there));
        zone.when(proposed(new Move(OTHER, vm(1), id("h1"), id("h2")))).thenNothing();
        zone.when(proposed(new Move(OTHER, vm(1), id("h1"), id("h3"))));
        assertThat(zone.lastEvents()).hasSize(1);
    }

    @Test
    void a_vm_is_blocked_with_the_reason_as_it_is_now_and_not_where_it_could_move() {
        draining().when(proposed(STUCK)).thenNothing();
        draining()
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, VmState.SHUT_OFF), running(2, 4)))))
                .when(proposed(STUCK))
                .then(
                        events(new VmBlocked(DRAIN, vm(1), "vm-1 is shut off; start it, or move its definition")),
                        noCommands())
                .when(proposed(STUCK))
                .thenNothing();
        draining()
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, VmState.INCOMING), running(2, 4)))))
                .when(proposed(STUCK))
                .thenNothing();
    }

    /** Two vms have to leave h1; h2 and h3 are empty; no planner has thought of them yet. */
    private static ZoneScenario draining() {
        return zone().given(
                        known(host("h1", 64, running(1, 4), running(2, 4))),
                        known(host("h2", 64)),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain", "h1")));
    }
}
