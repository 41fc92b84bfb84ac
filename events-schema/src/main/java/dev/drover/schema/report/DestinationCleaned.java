package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;

/** Nothing that was made ready for the vm is left at the destination. */
public record DestinationCleaned(MigrationId migration, Attempt attempt) implements MigrationReport {}
