package dev.drover.schema.event;

import dev.drover.schema.inventory.HostFacts;

/** The host and its vms, whole, as its agent reported them. */
public record HostInventoryRecorded(HostFacts facts) implements ZoneEvent {
    @Override
    public String subject() {
        return "hosts/" + facts.host().value();
    }
}
