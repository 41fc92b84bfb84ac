package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import java.time.Instant;

/** The source is told to stop it, since {@code by} asked; not heard of until {@code dueAt}, the source is asked. */
public record MigrationCancelRequested(
        MigrationId migration, Attempt attempt, IntentId by, Sequence command, Instant dueAt)
        implements MigrationEvent {}
