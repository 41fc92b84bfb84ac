package dev.drover.agent.adapter.simulated.physics;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.BitsPerSecond;

/** Data on its way between two hosts, at no more than {@code limit}. */
public record Flow(HostId source, HostId destination, BitsPerSecond limit) {}
