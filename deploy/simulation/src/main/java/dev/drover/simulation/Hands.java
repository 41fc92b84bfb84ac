package dev.drover.simulation;

import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.inventory.VmState;
import dev.drover.simulation.agent.SimAgent;
import dev.drover.simulation.fleet.Fleet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What operators do on the spot, where they see what is really so. */
final class Hands {
    private final Fleet fleet;
    private final List<SimAgent> agents;

    Hands(Fleet fleet, List<SimAgent> agents) {
        this.fleet = fleet;
        this.agents = agents;
    }

    /**
     * Finds where the migration's guest is, and mends what can be mended: a guest that was left paused goes on, and what
     * stayed of it elsewhere is removed. Nothing while it still migrates, or is half-way anywhere, nor while the source
     * does not answer: it may have been told to start.
     */
    Optional<OperatorVerdict> settle(MigrationPlanned plan) {
        boolean moves = fleet.jobs().stream().anyMatch(job -> job.vm().equals(plan.vm()));
        if (moves || !fleet.answers(plan.source()) || isHalfWay(plan.vm())) {
            return Optional.empty();
        }
        if (isAlive(plan.source(), plan.vm())) {
            fleet.resume(plan.source(), plan.vm());
            return Optional.of(OperatorVerdict.AT_SOURCE);
        }
        if (isAlive(plan.destination(), plan.vm())) {
            fleet.resume(plan.destination(), plan.vm());
            fleet.release(plan.source(), plan.vm());
            return Optional.of(OperatorVerdict.AT_DESTINATION);
        }
        if (isAnywhere(plan.vm(), VmState.RUNNING) || isAnywhere(plan.vm(), VmState.PAUSED)) {
            return Optional.empty();
        }
        fleet.destroy(plan.vm());
        return Optional.of(OperatorVerdict.LOST);
    }

    /** Switches an empty host off for a while; false when it is not empty, or not there. */
    boolean takeAway(HostId host, long awayMs) {
        boolean empty =
                fleet.host(host).filter(there -> there.facts().vms().isEmpty()).isPresent()
                        && fleet.jobs().stream()
                                .noneMatch(job -> job.destination().equals(host));
        Optional<SimAgent> agent =
                agents.stream().filter(one -> one.host().equals(host)).findFirst();
        agent.filter(one -> empty).ifPresent(one -> one.die(Duration.ofMillis(awayMs)));
        return empty && agent.isPresent();
    }

    /** Makes sure that the guest is nowhere any more; false when it migrates. */
    boolean destroy(VmId vm) {
        return fleet.destroy(vm);
    }

    private boolean isHalfWay(VmId vm) {
        boolean there = isAnywhere(vm, VmState.RUNNING) || isAnywhere(vm, VmState.PAUSED);
        return isAnywhere(vm, VmState.INCOMING) || (isAnywhere(vm, VmState.LEAVING) && there);
    }

    private boolean isAlive(HostId host, VmId vm) {
        return fleet.host(host)
                .flatMap(there -> there.state(vm))
                .filter(state -> state == VmState.RUNNING || state == VmState.PAUSED)
                .isPresent();
    }

    private boolean isAnywhere(VmId vm, VmState state) {
        return fleet.hosts().stream().anyMatch(host -> host.state(vm).equals(Optional.of(state)));
    }
}
