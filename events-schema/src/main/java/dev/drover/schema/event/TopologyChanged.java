package dev.drover.schema.event;

import dev.drover.schema.topology.Topology;

/** The racks of the zone are these from here on, and no others. */
public record TopologyChanged(Topology topology) implements ZoneEvent {
    @Override
    public String subject() {
        return "zone";
    }
}
