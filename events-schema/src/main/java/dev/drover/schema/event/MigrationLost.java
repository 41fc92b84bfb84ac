package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;

/**
 * The guest's memory is gone: it ran at the destination, which does not have it any more, and what the source has of it
 * is out of date. A person must look; nothing is touched, and the source's copy is never to be resumed.
 */
public record MigrationLost(MigrationId migration, String evidence) implements MigrationEvent {
    /** Long words are cut. */
    public MigrationLost {
        evidence = Check.cut(evidence);
    }
}
