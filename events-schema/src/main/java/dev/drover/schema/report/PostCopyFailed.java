package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;

/**
 * The source was switched to post-copy and has lost the destination: the guest, if it lives, runs there until it needs
 * memory that is still here. The attempt is not over; it may go on when both ends reach each other again.
 */
public record PostCopyFailed(MigrationId migration, Attempt attempt, String detail) implements MigrationReport {
    /** Long words are cut. */
    public PostCopyFailed {
        detail = Check.cut(detail);
    }
}
