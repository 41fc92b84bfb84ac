package dev.drover.scheduler.domain.plan;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.inventory.VmFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a task wants moved and nobody has decided about yet. */
final class Undecided {
    private Undecided() {}

    /**
     * A vm that a task wants away from where it is.
     *
     * @param destination where to; empty for wherever it fits
     */
    record Wish(Task task, VmFacts vm, HostId source, Optional<HostId> destination) {}

    /** In the order in which they should be served: the most urgent tasks first. */
    static Stream<Wish> of(ZoneState state, Instant now) {
        return state.intents().open().stream()
                .filter(task -> task.phase() == IntentPhase.ACTIVE && Urgency.mayStart(task, now))
                .sorted(Urgency.FIRST)
                .flatMap(task -> wishes(state, task))
                .filter(wish -> !wish.task().blocked().containsKey(wish.vm().vm()))
                .filter(wish -> state.migrations().of(wish.vm().vm()).isEmpty());
    }

    private static Stream<Wish> wishes(ZoneState state, Task task) {
        return switch (task.intent()) {
            case EvacuateHosts evacuate ->
                task.hosts().stream()
                        .flatMap(host -> state.inventory().vmsOn(host).stream()
                                .filter(vm -> !isOurGhost(state, task, vm.vm(), host))
                                .map(vm -> new Wish(task, vm, host, Optional.empty())));
            case MigrateVm migrate -> wish(state, task, migrate.vm(), home -> migrate.destination());
            case ReleaseHosts release ->
                task.homes().entrySet().stream()
                        .flatMap(home -> wish(state, task, home.getKey(), now -> Optional.of(home.getValue())));
        };
    }

    /** A single vm, unless it is where it should be, or was brought there. */
    private static Stream<Wish> wish(
            ZoneState state, Task task, VmId vm, Function<HostId, Optional<HostId>> destination) {
        return state
                .inventory()
                .home(vm)
                .filter(home -> !state.tookAway(task.id(), vm))
                .filter(home -> !destination.apply(home).equals(Optional.of(home)))
                .flatMap(home -> state.inventory()
                        .vmOn(home, vm)
                        .map(facts -> new Wish(task, facts, home, destination.apply(home))))
                .stream();
    }

    /** What stays of a vm that was moved away goes by itself. */
    private static boolean isOurGhost(ZoneState state, Task task, VmId vm, HostId host) {
        return state.tookAway(task.id(), vm)
                && state.inventory()
                        .vmOn(host, vm)
                        .filter(facts -> !facts.state().holdsMemory())
                        .isPresent();
    }
}
