package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;

/** The source is told to send at most {@code rate}; unless it has said so by {@code dueAt}, it is told again. */
public record RateGranted(MigrationId migration, Attempt attempt, Sequence command, BitsPerSecond rate, Instant dueAt)
        implements MigrationEvent {}
