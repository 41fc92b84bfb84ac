package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;

/** The source's job is over, with what the source knows about how. */
public record MigrationEnded(MigrationId migration, Attempt attempt, SourceVerdict verdict)
        implements MigrationReport {}
