package dev.drover.simulation.planted;

import dev.drover.scheduler.domain.bandwidth.EqualShare;
import dev.drover.scheduler.domain.plan.Placer;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.node.Workshop;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Ways in which decisions can be wrong. */
final class DeciderBugs {
    private DeciderBugs() {}

    /** Another policy is followed than the one that was set. */
    static Workshop following(UnaryOperator<ZonePolicy> other) {
        return new Workshop() {
            @Override
            public ZoneDecider decider(NodeId node, ZonePolicy policy) {
                return new ZoneDecider(node, other.apply(policy), new EqualShare(policy.quantum()));
            }
        };
    }

    /** Guests go to any host that takes some, however full. */
    static Workshop placingWithoutRoom() {
        return placing((room, source, memory) -> room.free().keySet().stream()
                .filter(host -> !host.equals(source))
                .findFirst());
    }

    /** A host that once took guests is thought to do so for ever. */
    static Workshop placingFromMemory() {
        Set<HostId> everSeen = new TreeSet<>();
        return placing((room, source, memory) -> {
            everSeen.addAll(room.free().keySet());
            return everSeen.stream().filter(host -> !host.equals(source)).findFirst();
        });
    }

    private static Workshop placing(Placer placer) {
        return new Workshop() {
            @Override
            public Placer placer() {
                return placer;
            }
        };
    }
}
