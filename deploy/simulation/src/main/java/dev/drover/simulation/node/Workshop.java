package dev.drover.simulation.node;

import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Placer;
import dev.drover.scheduler.domain.zone.Decider;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.policy.ZonePolicy;

/** What a scheduler node is made of. Production's parts, unless a test plants a bug. */
public interface Workshop {
    /** Production's parts. */
    Workshop PRODUCTION = new Workshop() {};

    /** The decider of a node. */
    default Decider decider(NodeId node, ZonePolicy policy) {
        return new ZoneDecider(node, policy);
    }

    /** Who finds destinations. */
    default Placer placer() {
        return new FirstFit();
    }

    /** The log as the engine gets it. */
    default ZoneLog log(ZoneLog log) {
        return log;
    }
}
