package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;

/**
 * What both ends say does not add up, or one of them says nothing. Nothing is touched until an operator has looked.
 *
 * @param maySend whether it may still be sending: then its rate stays charged
 */
public record MigrationUnresolved(MigrationId migration, String evidence, boolean maySend) implements MigrationEvent {
    /** Long words are cut. */
    public MigrationUnresolved {
        evidence = Check.cut(evidence);
    }

    /** One that is known not to be sending. */
    public static MigrationUnresolved atRest(MigrationId migration, String evidence) {
        return new MigrationUnresolved(migration, evidence, false);
    }
}
