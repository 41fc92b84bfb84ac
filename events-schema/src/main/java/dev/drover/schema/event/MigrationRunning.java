package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;

/** The source's libvirt runs it. Not heard of until {@code dueAt}, the source is asked. */
public record MigrationRunning(MigrationId migration, Attempt attempt, BitsPerSecond rate, Instant dueAt)
        implements MigrationEvent {}
