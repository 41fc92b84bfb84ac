package dev.drover.scheduler.domain.state;

import dev.drover.scheduler.domain.intent.Task;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.LastingIntent;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.topology.Rack;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** The work that an accepted intent makes; most are done the moment they are accepted. */
public final class NewTask {
    private NewTask() {}

    /** The task of {@code intent}, as things are; empty for one that leaves nothing to do. */
    public static Optional<Task> of(ZoneState state, Intent intent) {
        return intent instanceof LastingIntent lasting
                ? Optional.of(of(state, lasting)).filter(task -> !isEmpty(task))
                : Optional.empty();
    }

    private static Task of(ZoneState state, LastingIntent intent) {
        return switch (intent) {
            case EvacuateHosts evacuate -> Task.of(evacuate, hosts(state, evacuate.target()), TreePMap.empty());
            case MigrateVm migrate -> Task.of(migrate, List.of(), TreePMap.empty());
            case ReleaseHosts release -> Task.of(release, List.of(), returning(state, release));
        };
    }

    private static boolean isEmpty(Task task) {
        return task.intent() instanceof ReleaseHosts && task.homes().isEmpty();
    }

    /** The hosts that are meant; of a rack those that are known, since an agent that never reported runs nothing. */
    public static List<HostId> hosts(ZoneState state, EvacuationTarget target) {
        return switch (target) {
            case EvacuationTarget.Hosts some -> some.hosts();
            case EvacuationTarget.WholeRack whole ->
                state.rules().topology().rack(whole.rack()).map(Rack::hosts).orElse(List.of()).stream()
                        .filter(host -> state.inventory().host(host).isPresent())
                        .toList();
        };
    }

    private static PSortedMap<VmId, HostId> returning(ZoneState state, ReleaseHosts release) {
        return state.intents()
                .task(release.evacuation())
                .filter(task ->
                        task.intent() instanceof EvacuateHosts evacuate && evacuate.afterwards() == ReturnPolicy.RETURN)
                .map(Task::homes)
                .orElse(TreePMap.empty());
    }
}
