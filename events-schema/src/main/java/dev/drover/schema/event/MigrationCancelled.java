package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;

/** It is over because an operator asked; the guest is where it was. */
public record MigrationCancelled(MigrationId migration, String detail) implements MigrationEvent {
    /** Long words are cut. */
    public MigrationCancelled {
        detail = Check.cut(detail);
    }
}
