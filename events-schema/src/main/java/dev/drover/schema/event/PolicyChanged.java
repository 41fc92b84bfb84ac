package dev.drover.schema.event;

import dev.drover.schema.policy.ZonePolicy;

/** The zone decides by these figures from here on. */
public record PolicyChanged(ZonePolicy policy) implements ZoneEvent {
    @Override
    public String subject() {
        return "zone";
    }
}
