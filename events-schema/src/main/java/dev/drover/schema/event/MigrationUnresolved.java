package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;

/** What both ends say does not add up. Nothing is touched until an operator has looked. */
public record MigrationUnresolved(MigrationId migration, String evidence) implements MigrationEvent {
    /** Long words are cut. */
    public MigrationUnresolved {
        evidence = Check.cut(evidence);
    }
}
