package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;

/** The agent did not do what a command said, and why. Nothing was changed. */
public record CommandRefused(
        MigrationId migration, Attempt attempt, Sequence command, RefusalReason refusal, String detail)
        implements MigrationReport {
    /** Long words are cut. */
    public CommandRefused {
        detail = Check.cut(detail);
    }
}
