package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;

/** The destination is ready to take the vm. */
public record DestinationPrepared(MigrationId migration, Attempt attempt) implements MigrationReport {}
