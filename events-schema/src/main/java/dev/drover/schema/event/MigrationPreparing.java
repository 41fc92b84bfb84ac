package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import java.time.Instant;

/** Its turn has come, and the destination is told to make room for its disks; it is told again at {@code dueAt}. */
public record MigrationPreparing(MigrationId migration, Attempt attempt, Sequence command, Instant dueAt)
        implements MigrationEvent {}
