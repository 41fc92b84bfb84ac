package dev.drover.schema.event;

import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.NodeId;

/** {@code node} owns the zone from here on; what an earlier epoch still commands is void. */
public record ZoneOwnershipTaken(NodeId node, Epoch epoch) implements ZoneEvent {
    @Override
    public String subject() {
        return "zone";
    }
}
