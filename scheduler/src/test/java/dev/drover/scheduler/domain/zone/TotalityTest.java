package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.ZoneScenario.decider;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.message.EventMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is in the log has happened: whatever comes after whatever, folding it neither fails nor breaks what belongs together. */
class TotalityTest {
    private static final int SHUFFLES = 60;

    @Test
    void every_event_can_follow_in_every_state_of_a_run() {
        ZoneScenario run = Recording.run();
        List<EventMessage> samples = oneOfEachKind(run.log());
        for (ZoneScenario.Step step : run.steps()) {
            samples.forEach(event -> checkTogether(ZoneEvolver.evolve(step.after(), event)));
        }
    }

    @Test
    void a_log_in_any_order_can_be_folded() {
        List<EventMessage> log = new ArrayList<>(Recording.run().log());
        for (int seed = 1; seed <= SHUFFLES; seed++) {
            Collections.shuffle(log, new Random(seed));
            ZoneState state = ZoneState.empty(Fleet.ZONE);
            for (EventMessage event : log) {
                state = ZoneEvolver.evolve(state, event);
                checkTogether(state);
            }
            assertThat(state.events()).isEqualTo(log.size());
        }
    }

    @Test
    void what_does_not_fit_changes_nothing_but_how_far_the_log_has_come() {
        ZoneScenario run = Recording.run();
        EventMessage late = run.log().stream()
                .filter(event -> event.event() instanceof MigrationDispatched)
                .findFirst()
                .orElseThrow();
        ZoneState after = ZoneEvolver.evolve(run.state(), late);
        assertThat(after.with(run.state().progress())).isEqualTo(run.state());
    }

    @Test
    void in_any_state_of_a_shuffled_log_every_input_of_a_run_can_be_decided_about() {
        ZoneScenario run = Recording.run();
        List<EventMessage> log = new ArrayList<>(run.log());
        for (int seed = 1; seed <= SHUFFLES / 10; seed++) {
            Collections.shuffle(log, new Random(seed));
            ZoneState state = ZoneScenario.fold(log.subList(0, log.size() / 2));
            for (ZoneScenario.Step step : run.steps()) {
                Decision decision = decider(run.policy()).decide(state, step.input());
                if (step.input() instanceof ZoneInput.Durable) {
                    checkRepeated(run, state, decision, step.input());
                }
            }
        }
    }

    private static void checkRepeated(ZoneScenario run, ZoneState before, Decision first, ZoneInput input) {
        ZoneState after = before;
        for (EventMessage event : first.events()) {
            after = ZoneEvolver.evolve(after, event);
        }
        assertThat(decider(run.policy()).decide(after, input))
                .as("%s, read again", input)
                .isEqualTo(new Decision(List.of(), List.of(), after));
    }

    /** What follows from something else in the state is what would follow from it anew. */
    private static void checkTogether(ZoneState state) {
        assertThat(state.migrations().active().values())
                .noneMatch(one -> one.phase().isTerminal());
        assertThat(state.migrations().over().all()).allMatch(one -> one.phase().isTerminal());
        assertThat(state.intents().holders().keySet())
                .isEqualTo(state.intents().tasks().values().stream()
                        .filter(Task::holdsHosts)
                        .flatMap(task -> task.hosts().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        Inventory anew = Inventory.EMPTY;
        for (HostFacts host : state.inventory().hosts().values()) {
            anew = anew.with(host);
        }
        assertThat(state.inventory().whereabouts()).isEqualTo(anew.whereabouts());
    }

    private static List<EventMessage> oneOfEachKind(List<EventMessage> log) {
        Map<Class<?>, EventMessage> kinds = new LinkedHashMap<>();
        log.forEach(event -> kinds.putIfAbsent(event.event().getClass(), event));
        return List.copyOf(kinds.values());
    }
}
