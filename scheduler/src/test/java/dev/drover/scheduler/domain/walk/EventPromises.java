package dev.drover.scheduler.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.EventMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must hold of every event when it happens, and of all of them in the end. */
final class EventPromises {
    private final ModelFleet fleet;
    private final Map<VmId, HostId> homes = new TreeMap<>();
    private final Set<IntentId> overdue = new HashSet<>();

    EventPromises(ModelFleet fleet) {
        this.fleet = fleet;
        fleet.hosts().forEach(host -> host.vms().forEach(vm -> homes.put(vm.vm(), host.host())));
    }

    /** {@code state} is the one before the event. */
    void check(ZoneState state, ZoneEvent event) {
        switch (event) {
            case MigrationPlanned planned -> checkOpen(state, planned.destination());
            case MigrationDispatched sent -> checkStart(state, sent);
            case MigrationFailed failed -> checkNothingLeft(state, failed.migration());
            case MigrationCancelled cancelled -> checkNothingLeft(state, cancelled.migration());
            case IntentEnded ended -> checkEnded(state, ended);
            case IntentOverdue late ->
                assertThat(overdue.add(late.intent()))
                        .as("%s is overdue once", late.intent())
                        .isTrue();
            default -> {}
        }
    }

    /** When all is quiet: each intent was answered once and each accepted one ended once; no vm is lost or doubled. */
    void checkEnd(List<EventMessage> log) {
        List<IntentId> accepted = named(log, IntentAccepted.class);
        List<IntentId> refused = named(log, IntentRefused.class);
        assertThat(accepted).as("accepted").doesNotHaveDuplicates().noneMatch(refused::contains);
        assertThat(refused).as("refused").doesNotHaveDuplicates();
        assertThat(named(log, IntentEnded.class))
                .as("ends of intents")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(accepted);
        homes.forEach(this::checkVm);
    }

    private void checkVm(VmId vm, HostId home) {
        List<HostFacts> alive = fleet.hosts().stream()
                .filter(host -> host.vm(vm)
                        .filter(facts -> facts.state() != VmState.MIGRATED_AWAY)
                        .isPresent())
                .toList();
        boolean ghostFromTheStart = alive.isEmpty() && fleet.facts(home).vm(vm).isPresent();
        assertThat(alive.size() == 1 || ghostFromTheStart || fleet.isDestroyed(vm))
                .as("vm %s lives on one host: %s", vm, alive)
                .isTrue();
    }

    private static List<IntentId> named(List<EventMessage> log, Class<? extends IntentEvent> kind) {
        return log.stream()
                .map(EventMessage::event)
                .filter(kind::isInstance)
                .map(event -> kind.cast(event).intent())
                .toList();
    }

    private static void checkStart(ZoneState state, MigrationDispatched sent) {
        Migration migration = state.migrations().find(sent.migration()).orElseThrow();
        Task task = state.intents().task(migration.plan().intent()).orElseThrow();
        checkOpen(state, migration.plan().destination());
        assertThat(state.rules().frozenBy()).as("a frozen zone starts nothing").isEmpty();
        assertThat(task.phase()).as("only an active intent starts anything").isEqualTo(IntentPhase.ACTIVE);
        assertThat(state.inventory().quarantined())
                .as("no start from or to a host whose clock is wrong")
                .doesNotContainKeys(migration.plan().source(), migration.plan().destination());
    }

    /** A guest that stays leaves no file behind where it would have gone. */
    private void checkNothingLeft(ZoneState state, MigrationId id) {
        MigrationPlanned plan = state.migrations().find(id).orElseThrow().plan();
        assertThat(fleet.hasRoom(plan.destination(), plan.vm()))
                .as("room for the disks of %s at %s, where it does not come", plan.vm(), plan.destination())
                .isFalse();
    }

    private static void checkOpen(ZoneState state, HostId destination) {
        assertThat(state.intents().holding(destination))
                .as("%s is being emptied or kept empty and takes no newcomers", destination)
                .isEmpty();
        assertThat(state.inventory().cordoned())
                .as("cordoned hosts take no newcomers")
                .doesNotContainKey(destination);
    }

    private void checkEnded(ZoneState state, IntentEnded ended) {
        if (ended.outcome() != IntentOutcome.CANCELLED) {
            assertThat(ended.leftInAll() == 0).isEqualTo(ended.outcome() == IntentOutcome.COMPLETED);
        }
        state.intents().task(ended.intent()).ifPresent(task -> checkEnded(state, task, ended));
    }

    private void checkEnded(ZoneState state, Task task, IntentEnded ended) {
        assertThat(task.phase().isOpen()).as("%s has ended before", task.id()).isTrue();
        assertThat(state.migrations().movingFor(task.id()))
                .as("under way for %s at its end", task.id())
                .isEmpty();
        if (ended.outcome() == IntentOutcome.COMPLETED) {
            task.hosts()
                    .forEach(host -> assertThat(fleet.facts(host).vms())
                            .as("vms on %s when its evacuation is done", host)
                            .isEmpty());
        }
    }
}
