package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;

/** The source is told to start this attempt at {@code rate}; it must not begin after {@code expiresAt}. */
public record MigrationDispatched(
        MigrationId migration, Attempt attempt, Sequence command, BitsPerSecond rate, Instant expiresAt)
        implements MigrationEvent {}
