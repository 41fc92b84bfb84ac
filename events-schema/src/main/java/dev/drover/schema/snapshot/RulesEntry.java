package dev.drover.schema.snapshot;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.topology.Topology;
import java.util.Optional;

/**
 * What operators had laid down.
 *
 * @param frozenBy while nothing may be started: the intent that said so
 */
public record RulesEntry(Topology topology, Optional<ZonePolicy> policy, Optional<IntentId> frozenBy)
        implements SnapshotEntry {}
