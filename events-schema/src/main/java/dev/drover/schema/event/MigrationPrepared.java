package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.transfer.CopyMode;

/** The destination has room for its disks, and lacks as much of them as {@code mode} says. */
public record MigrationPrepared(MigrationId migration, Attempt attempt, CopyMode mode) implements MigrationEvent {}
