package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;

/** The source's libvirt runs the migration now, at {@code rate}; or an agent found it running after a restart. */
public record MigrationStarted(MigrationId migration, Attempt attempt, BitsPerSecond rate) implements MigrationReport {}
