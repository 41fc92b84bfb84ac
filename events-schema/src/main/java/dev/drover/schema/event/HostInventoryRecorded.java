package dev.drover.schema.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.HostFacts;

/** The host and its vms, whole, as its agent reported them. */
public record HostInventoryRecorded(HostFacts facts) implements HostEvent {
    @Override
    @JsonIgnore
    public HostId host() {
        return facts.host();
    }
}
