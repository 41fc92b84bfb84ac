package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.report.FailureKind;
import java.time.Instant;

/** This attempt came to nothing, the guest runs at the source; the next attempt begins no earlier than {@code retryAt}. */
public record MigrationAttemptFailed(
        MigrationId migration, Attempt attempt, FailureKind failure, String detail, Instant retryAt)
        implements MigrationEvent {
    /** Long words are cut. */
    public MigrationAttemptFailed {
        detail = Check.cut(detail);
    }
}
