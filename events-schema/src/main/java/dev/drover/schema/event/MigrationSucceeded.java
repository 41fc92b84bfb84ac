package dev.drover.schema.event;

import dev.drover.schema.id.MigrationId;

/** The guest runs at its destination and nothing of it is left at the source. */
public record MigrationSucceeded(MigrationId migration) implements MigrationEvent {}
