package dev.drover.schema.snapshot;

import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;

/**
 * The rate a migration could use.
 *
 * @param granted what it had been told last
 * @param charged what it may have been sending
 * @param command what had told it
 * @param acknowledged whether it had said so
 * @param dueAt when it was to be told again, if not
 */
public record LeaseEntry(
        MigrationId migration,
        BitsPerSecond granted,
        BitsPerSecond charged,
        Sequence command,
        boolean acknowledged,
        Instant dueAt)
        implements SnapshotEntry {}
