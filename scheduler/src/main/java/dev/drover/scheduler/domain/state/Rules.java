package dev.drover.scheduler.domain.state;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.transfer.OwnDisks;
import java.util.Optional;

/**
 * What operators have laid down for a zone. Immutable.
 *
 * @param policy its figures; its first owner writes them down
 * @param frozenBy while nothing may be started: the intent that said so
 */
public record Rules(Topology topology, Optional<ZonePolicy> policy, Optional<IntentId> frozenBy) {
    /** Nobody has laid down anything. */
    public static final Rules NONE = new Rules(Topology.EMPTY, Optional.empty(), Optional.empty());

    /** Whether disks that other hosts do not reach may go along with their vms. */
    public boolean disksGoAlong() {
        return policy.filter(figures -> figures.transfer().disks() != OwnDisks.STAY)
                .isPresent();
    }

    /** With this topology. */
    public Rules with(Topology next) {
        return new Rules(next, policy, frozenBy);
    }

    /** With this policy. */
    public Rules with(ZonePolicy next) {
        return new Rules(topology, Optional.of(next), frozenBy);
    }

    /** With the brake on, or off. */
    public Rules frozen(Optional<IntentId> by) {
        return new Rules(topology, policy, by);
    }
}
