package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;

/** The source sends at most {@code rate}, as {@code command} told it. */
public record RateAcknowledged(MigrationId migration, Attempt attempt, Sequence command, BitsPerSecond rate)
        implements MigrationEvent {}
