package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;

/** The source sends at most {@code rate}. */
public record RateAcknowledged(MigrationId migration, Attempt attempt, BitsPerSecond rate) implements MigrationEvent {}
