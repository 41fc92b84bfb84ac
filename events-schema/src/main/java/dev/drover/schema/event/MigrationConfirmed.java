package dev.drover.schema.event;

import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import java.time.Instant;

/** The guest was seen running at its destination; the source is told to remove what stayed, again at {@code dueAt}. */
public record MigrationConfirmed(MigrationId migration, Sequence command, Instant dueAt) implements MigrationEvent {}
