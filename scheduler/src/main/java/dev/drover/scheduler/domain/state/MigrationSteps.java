package dev.drover.scheduler.domain.state;

import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import java.util.List;

/** What a step of a migration changes, in the migrations and beside them. */
final class MigrationSteps {
    private MigrationSteps() {}

    static ZoneState apply(ZoneState state, MigrationEvent event) {
        ZoneState after = state.with(state.migrations().evolve(event, state.time()));
        if (event instanceof MigrationPlanned) {
            return after;
        }
        return state.migrations()
                .find(event.migration())
                .filter(one -> one.allows(event.getClass()))
                .map(one -> beside(after.with(after.leases().evolve(event)), one, event))
                .orElse(state);
    }

    private static ZoneState beside(ZoneState state, Migration migration, MigrationEvent event) {
        return switch (event) {
            case MigrationSucceeded succeeded -> arrived(state, migration.plan());
            case MigrationResolved resolved -> resolved(state, migration.plan(), resolved.verdict());
            case MigrationEvent other -> state;
        };
    }

    /** The evacuation remembers where the vm was, in case it is to come back. */
    private static ZoneState arrived(ZoneState state, MigrationPlanned plan) {
        return state.with(moved(state.inventory(), plan))
                .with(state.intents().withMoved(plan.intent(), plan.vm(), plan.source()));
    }

    /** Nobody else may be left to remember a migration whose intent was over before. */
    private static ZoneState resolved(ZoneState state, MigrationPlanned plan, OperatorVerdict verdict) {
        ZoneState after = switch (verdict) {
            case AT_SOURCE -> state;
            case AT_DESTINATION -> arrived(state, plan);
            case LOST -> state.with(state.inventory().without(plan.vm()));
        };
        boolean open = after.intents()
                .task(plan.intent())
                .filter(task -> task.phase().isOpen())
                .isPresent();
        return open ? after : after.with(after.migrations().forgetting(plan.intent()));
    }

    private static Inventory moved(Inventory inventory, MigrationPlanned plan) {
        VmFacts vm = new VmFacts(plan.vm(), plan.name(), plan.memory(), VmState.RUNNING, List.of(), plan.disks());
        return inventory.withMoved(vm, plan.source(), plan.destination());
    }
}
