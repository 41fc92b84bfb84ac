package dev.drover.schema.snapshot;

import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.transfer.CopyMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A migration as it was.
 *
 * @param phase where it was in its life, by name
 * @param startCommand the command that this attempt was started with
 * @param lastCommand the last command given
 * @param since when it had come into its phase
 * @param dueAt when something was to happen next
 * @param questions how often it had been asked about
 * @param stayed how it is going to end, once the destination has answered
 * @param prepared how much of its disks the destination lacks, since it has made room for them
 */
public record MigrationEntry(
        MigrationPlanned plan,
        String phase,
        Attempt attempt,
        Optional<Sequence> startCommand,
        Optional<Sequence> lastCommand,
        Instant since,
        Instant dueAt,
        int questions,
        Optional<MigrationStayed> stayed,
        Optional<CopyMode> prepared)
        implements SnapshotEntry {}
