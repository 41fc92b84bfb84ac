package dev.drover.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PlanningWorkerTest {
    private static final Instant NOW = ZoneScenario.START;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final PlanningWorker worker = new PlanningWorker(new Planner(new FirstFit()), tasks::add);
    private final ZoneState draining = ZoneScenario.zone()
            .given(
                    ZoneScenario.known(Fleet.host("h1", 64, Fleet.running(1, 4))),
                    ZoneScenario.known(Fleet.host("h2", 64)))
            .when(ZoneScenario.asked(Fleet.evacuate("drain", "h1")))
            .state();

    @Test
    void nothing_is_proposed_before_it_was_thought_of_and_each_proposal_once() {
        worker.consider(draining, NOW);
        assertThat(worker.take()).isEmpty();
        tasks.remove().run();
        assertThat(worker.take())
                .singleElement()
                .satisfies(plan -> assertThat(plan.ofEvents()).isEqualTo(draining.events()));
        assertThat(worker.take()).isEmpty();
    }

    @Test
    void while_it_is_busy_other_states_are_passed_over() {
        worker.consider(draining, NOW);
        worker.consider(draining, NOW.plusSeconds(5));
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        worker.consider(draining, NOW.plusSeconds(6));
        assertThat(tasks).hasSize(1);
    }

    @Test
    void the_same_state_is_looked_at_again_only_after_a_second() {
        worker.consider(draining, NOW);
        tasks.remove().run();
        worker.consider(draining, NOW.plusMillis(999));
        assertThat(tasks).isEmpty();
        worker.consider(draining, NOW.plusSeconds(1));
        assertThat(tasks).hasSize(1);
    }

    @Test
    void a_zone_without_work_is_not_thought_about() {
        worker.consider(ZoneState.empty(Fleet.ZONE), NOW);
        assertThat(tasks).isEmpty();
    }

    @Test
    void a_planner_that_breaks_can_be_asked_again() {
        PlanningWorker broken = new PlanningWorker(
                new Planner((room, source, memory) -> {
                    throw new IllegalStateException("no idea");
                }),
                tasks::add);
        broken.consider(draining, NOW);
        tasks.remove().run();
        assertThat(broken.take()).isEmpty();
        broken.consider(draining, NOW.plusSeconds(1));
        assertThat(tasks).hasSize(1);
    }
}
