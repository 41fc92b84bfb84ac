package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.FailureKind;
import java.time.Instant;

/**
 * No further attempt is made and the guest runs at the source, but something of it may be left at the destination: that
 * is asked, again at {@code dueAt}, and its memory stays reserved until it has answered.
 *
 * @param cancelled whether this is the end because an operator asked
 */
public record MigrationStayed(
        MigrationId migration,
        Attempt attempt,
        Sequence command,
        FailureKind failure,
        String detail,
        boolean cancelled,
        Instant dueAt)
        implements MigrationEvent {
    /** Long words are cut. */
    public MigrationStayed {
        detail = Check.cut(detail);
    }
}
