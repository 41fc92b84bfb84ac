package dev.drover.schema.event;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import java.time.Instant;

/** A report is overdue, so {@code host} is asked what it sees; it is asked again at {@code dueAt}. */
public record MigrationQueried(MigrationId migration, Sequence command, HostId host, Instant dueAt)
        implements MigrationEvent {}
