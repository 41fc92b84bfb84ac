package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;

/** The migration sends at no more than {@code rate} from now on. */
public record RateApplied(MigrationId migration, Attempt attempt, BitsPerSecond rate) implements MigrationReport {}
