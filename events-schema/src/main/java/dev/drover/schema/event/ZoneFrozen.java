package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;

/** No migration is started until the zone is thawed; {@code by} asked for it. */
public record ZoneFrozen(IntentId by) implements ZoneEvent {
    @Override
    public String subject() {
        return "zone";
    }
}
