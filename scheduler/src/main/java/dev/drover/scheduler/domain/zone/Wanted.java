package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.PlanProposal.Move;
import dev.drover.scheduler.domain.plan.PlanProposal.Stuck;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.ReleaseHosts;
import java.util.Optional;

/** Whether a proposal serves what its intent asked for. */
final class Wanted {
    private Wanted() {}

    static boolean wants(ZoneState state, Task task, PlanProposal.Item item) {
        return switch (item) {
            case Move move ->
                asked(state, task, move.source(), item)
                        && destination(task, item)
                                .map(move.destination()::equals)
                                .orElse(true);
            case Stuck stuck -> asked(state, task, stuck.source(), item);
        };
    }

    /** Where the intent says that the vm goes, if it says. */
    static Optional<HostId> destination(Task task, PlanProposal.Item item) {
        return switch (task.intent()) {
            case EvacuateHosts evacuate -> Optional.empty();
            case MigrateVm migrate -> migrate.destination();
            case ReleaseHosts release -> Optional.ofNullable(task.homes().get(item.vm()));
        };
    }

    private static boolean asked(ZoneState state, Task task, HostId source, PlanProposal.Item item) {
        return switch (task.intent()) {
            case EvacuateHosts evacuate -> task.hosts().contains(source);
            case MigrateVm migrate -> migrate.vm().equals(item.vm()) && !state.tookAway(task.id(), item.vm());
            case ReleaseHosts release -> task.homes().containsKey(item.vm()) && !state.tookAway(task.id(), item.vm());
        };
    }
}
