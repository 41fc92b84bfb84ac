package dev.drover.simulation.planted;

import dev.drover.scheduler.domain.bandwidth.EqualShare;
import dev.drover.scheduler.domain.plan.Placer;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.node.Workshop;
import java.util.Optional;
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

    /** Whatever there is, no guest fits anywhere; the judge, who sees that it does, drops each claim. */
    static Workshop findingNoRoom() {
        return new Workshop() {
            @Override
            public Placer placer() {
                return (room, reachable, memory) -> Optional.empty();
            }
        };
    }
}
