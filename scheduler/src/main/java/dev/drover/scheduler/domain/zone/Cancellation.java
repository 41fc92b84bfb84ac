package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.FailureKind;

/** Stops a migration as long as that leaves the guest where it was. */
final class Cancellation {
    private Cancellation() {}

    /** One that has begun is stopped by its source; past that there is nothing left to stop. */
    static void ask(Turn turn, Migration migration, IntentId by) {
        if (migration.phase() == MigrationPhase.QUEUED || migration.phase() == MigrationPhase.PREPARING) {
            Staying.end(
                    turn, migration, FailureKind.ABORTED, "stopped by intent " + by + " before it began", true, false);
        } else if (migration.allows(MigrationCancelRequested.class)) {
            Sequence command = migration.nextCommand();
            turn.record(new MigrationCancelRequested(
                    migration.id(),
                    migration.attempt(),
                    by,
                    command,
                    turn.in(turn.policy().askAfter())));
            turn.order(
                    migration,
                    command,
                    migration.plan().source(),
                    new AbortMigration(migration.plan().vm()));
        }
    }
}
