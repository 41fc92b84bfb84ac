package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;

/** Nothing of the vm is left at the source. */
public record SourceReleased(MigrationId migration, Attempt attempt) implements MigrationReport {}
