package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;

/**
 * The destination can't take the vm, and why. Nothing of it was left here.
 *
 * @param command which command this answers
 */
public record DestinationRefused(
        MigrationId migration, Attempt attempt, Sequence command, FailureKind failure, String detail)
        implements MigrationReport {
    /** Long words are cut. */
    public DestinationRefused {
        detail = Check.cut(detail);
    }
}
