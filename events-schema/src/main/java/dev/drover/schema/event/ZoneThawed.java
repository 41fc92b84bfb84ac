package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;

/** Migrations may start again; {@code by} asked for it. */
public record ZoneThawed(IntentId by) implements ZoneEvent {
    @Override
    public String subject() {
        return "zone";
    }
}
