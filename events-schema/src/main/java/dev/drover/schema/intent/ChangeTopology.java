package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.topology.Topology;

/** The racks of the zone are these from now on, and no others. */
public record ChangeTopology(IntentId intent, Topology topology) implements Intent {}
