package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.transfer.CopyMode;

/** The destination is ready to take the vm; {@code mode} is how much of its disks it lacks. */
public record DestinationPrepared(MigrationId migration, Attempt attempt, CopyMode mode) implements MigrationReport {}
