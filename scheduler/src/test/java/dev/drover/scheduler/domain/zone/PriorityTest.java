package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.START;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriorityTest {
    @Test
    void the_most_urgent_starts_first_where_only_one_may_come() {
        assertThat(order(
                        one(1, Priority.LOW, Optional.empty()),
                        one(2, Priority.NORMAL, Optional.empty()),
                        one(3, Priority.URGENT, Optional.empty()),
                        one(4, Priority.HIGH, Optional.empty())))
                .containsExactly(vm(3), vm(4), vm(2), vm(1));
    }

    @Test
    void of_equally_urgent_ones_the_nearest_deadline_comes_first_and_those_without_last() {
        assertThat(order(
                        one(1, Priority.NORMAL, Optional.empty()),
                        one(2, Priority.NORMAL, Optional.of(START.plusSeconds(900))),
                        one(3, Priority.NORMAL, Optional.of(START.plusSeconds(600)))))
                .containsExactly(vm(3), vm(2), vm(1));
    }

    @Test
    void else_by_their_names() {
        assertThat(order(one(2, Priority.NORMAL, Optional.empty()), one(1, Priority.NORMAL, Optional.empty())))
                .containsExactly(vm(1), vm(2));
    }

    @Test
    void what_was_planned_later_for_a_more_urgent_intent_overtakes_what_waits() {
        ZoneScenario zone = fleet().when(asked(one(1, Priority.NORMAL, Optional.empty())))
                .when(asked(one(2, Priority.NORMAL, Optional.empty())))
                .when(settle())
                .when(asked(one(3, Priority.HIGH, Optional.empty())))
                .when(settle());
        moves(zone, vm(1)).when(settle());
        assertThat(zone.moving(vm(3)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);
    }

    @Test
    void who_is_more_urgent_gets_more_of_a_link() {
        ZoneScenario zone = fleet().when(asked(new ChangePolicy(
                        new IntentId("more"), ZonePolicy.standard().withParallel(2))))
                .when(asked(one(1, Priority.NORMAL, Optional.empty())))
                .when(asked(one(2, Priority.URGENT, Optional.empty())))
                .when(settle());
        assertThat(zone.granted(vm(1))).isEqualTo(BitsPerSecond.mebibytesPerSecond(160));
        assertThat(zone.granted(vm(2))).isEqualTo(BitsPerSecond.mebibytesPerSecond(640));
    }

    /** In which order the vms of these intents are started, all asked for at once. */
    private static List<VmId> order(MigrateVm... intents) {
        ZoneScenario zone = fleet();
        for (MigrateVm intent : intents) {
            zone.when(asked(intent));
        }
        List<VmId> started = new ArrayList<>();
        for (int turn = 0; turn < intents.length; turn++) {
            zone.when(settle());
            VmId next = ((StartMigration) zone.lastOrders().getFirst().command()).vm();
            started.add(next);
            moves(zone, next);
        }
        return started;
    }

    /** Each vm on its own host; only one may come to the host where all go. */
    private static ZoneScenario fleet() {
        ZoneScenario zone = zone(ZonePolicy.standard().withParallel(1)).given(known(host("h9", 64)));
        for (int number = 1; number <= 4; number++) {
            zone.given(known(host("h" + number, 8, running(number, 4))));
        }
        return zone;
    }

    private static MigrateVm one(int vm, Priority priority, Optional<Instant> deadline) {
        return new MigrateVm(new IntentId("move-" + vm), vm(vm), Optional.of(id("h9")), deadline, priority);
    }
}
