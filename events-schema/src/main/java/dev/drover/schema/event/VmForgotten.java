package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;

/** The vm counts no longer; {@code by} said that it is gone. */
public record VmForgotten(VmId vm, IntentId by) implements ZoneEvent {
    @Override
    public String subject() {
        return "vms/" + vm.value();
    }
}
