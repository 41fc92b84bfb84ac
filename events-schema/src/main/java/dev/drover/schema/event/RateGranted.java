package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;

/** The source is told to send at most {@code rate}. */
public record RateGranted(MigrationId migration, Attempt attempt, Sequence command, BitsPerSecond rate)
        implements MigrationEvent {}
