package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.scenario.VmPlan;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * I2: a guest is never lost. It is alive on some host; nothing is forgotten of one that is alive nowhere else; and one
 * that does not run in the end is named for an operator.
 */
final class NoVmIsLost implements Promise {
    private final Fleet fleet;
    private final Ledgers ledgers = new Ledgers();
    private final Set<VmId> ranAtFirst;
    private final Set<VmId> alive;
    private final Set<VmId> named = new TreeSet<>();

    NoVmIsLost(Truth truth) {
        this.fleet = truth.fleet();
        this.ranAtFirst = inState(truth, Set.of(VmState.RUNNING));
        this.alive = inState(truth, Set.of(VmState.RUNNING, VmState.PAUSED));
    }

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Moved moved -> missing();
            case Happening.Forgotten forgotten
            when !isAlive(forgotten.vm()) ->
                List.of(forgotten.host() + " forgot vm " + forgotten.vm() + ", which is alive nowhere");
            case Happening.MemoryLost lost -> {
                alive.remove(lost.vm());
                yield List.of();
            }
            case Happening.Destroyed destroyed -> {
                alive.remove(destroyed.vm());
                ranAtFirst.remove(destroyed.vm());
                yield List.of();
            }
            case Happening.Committed committed -> {
                List<String> broken = new ArrayList<>();
                Ledger ledger = ledgers.of(committed.zone());
                for (EventMessage event : committed.events()) {
                    ledger.add(event.event());
                    name(ledger, event.event());
                    givenUp(ledger, event.event()).ifPresent(broken::add);
                }
                yield broken;
            }
            case Happening.Ended ended when ended.quiet() -> unnamed();
            default -> List.of();
        };
    }

    private void name(Ledger ledger, ZoneEvent event) {
        switch (event) {
            case MigrationUnresolved unresolved -> name(ledger, unresolved.migration());
            case MigrationLost lost -> name(ledger, lost.migration());
            default -> {} // names nobody
        }
    }

    private void name(Ledger ledger, MigrationId migration) {
        ledger.find(migration).ifPresent(course -> named.add(course.vm()));
    }

    /** Nobody may write off a guest that lives. */
    private Optional<String> givenUp(Ledger ledger, ZoneEvent event) {
        return switch (event) {
            case MigrationLost lost ->
                ledger.find(lost.migration())
                        .map(Course::vm)
                        .filter(this::isAlive)
                        .map(vm -> lost.migration() + " is said to be lost, and vm " + vm + " is alive");
            case MigrationResolved resolved
            when resolved.verdict() == OperatorVerdict.LOST ->
                ledger.find(resolved.migration())
                        .map(Course::vm)
                        .filter(this::isAlive)
                        .map(vm -> resolved.migration() + " is resolved as lost, and vm " + vm + " is alive");
            case VmForgotten forgotten
            when isAlive(forgotten.vm()) -> Optional.of("vm " + forgotten.vm() + " is forgotten, and is alive");
            default -> Optional.empty();
        };
    }

    private List<String> missing() {
        return alive.stream()
                .filter(vm -> !isAlive(vm))
                .map(vm -> "vm " + vm + " is alive nowhere")
                .toList();
    }

    private List<String> unnamed() {
        return ranAtFirst.stream()
                .filter(vm -> !named.contains(vm) && !isOn(vm, VmState.RUNNING))
                .map(vm -> "vm " + vm + " runs nowhere in the end, and no operator was told")
                .toList();
    }

    private boolean isAlive(VmId vm) {
        return isOn(vm, VmState.RUNNING) || isOn(vm, VmState.PAUSED);
    }

    private boolean isOn(VmId vm, VmState state) {
        return fleet.hosts().stream().anyMatch(host -> host.state(vm).equals(Optional.of(state)));
    }

    private static Set<VmId> inState(Truth truth, Set<VmState> states) {
        return truth.scenario().zones().stream()
                .flatMap(zone -> zone.hosts().stream())
                .flatMap(host -> host.vms().stream())
                .filter(vm -> states.contains(vm.state()))
                .map(VmPlan::vm)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
