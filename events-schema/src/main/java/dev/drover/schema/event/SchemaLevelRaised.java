package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.InvalidValueException;

/** From here on the log may hold what only programs of this level or a later one can read. */
public record SchemaLevelRaised(int level) implements ZoneEvent {
    /** Throws {@link InvalidValueException} for a level below 1. */
    public SchemaLevelRaised {
        Check.atLeast("level", level, 1);
    }

    @Override
    public String subject() {
        return "zone";
    }
}
