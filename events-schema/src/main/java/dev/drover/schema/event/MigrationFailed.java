package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.report.FailureKind;

/** No further attempt is made; the guest is where it was. */
public record MigrationFailed(MigrationId migration, FailureKind failure, String detail) implements MigrationEvent {
    /** Long words are cut. */
    public MigrationFailed {
        detail = Check.cut(detail);
    }
}
