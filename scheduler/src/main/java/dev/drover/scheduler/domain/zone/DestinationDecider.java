package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.VmObserved;

/** What the destination of a migration says about it: the only proof that the guest arrived. */
final class DestinationDecider {
    private DestinationDecider() {}

    static void seen(Turn turn, Migration migration, VmObserved seen) {
        if (migration.phase() == MigrationPhase.CLEARING) {
            clearing(turn, migration, seen);
            return;
        }
        if (!migration.allows(MigrationConfirmed.class)) {
            return;
        }
        switch (seen.state().orElse(VmState.SHUT_OFF)) {
            case RUNNING -> confirmed(turn, migration);
            case INCOMING, PAUSED -> notYet(turn, migration, seen);
            case SHUT_OFF, MIGRATED_AWAY ->
                SourceDecider.unresolved(
                        turn, migration, "it is not at the source any more, and the destination " + Evidence.of(seen));
        }
    }

    /** A guest that stays at the source must not be here; what is on its way out is asked about again. */
    private static void clearing(Turn turn, Migration migration, VmObserved seen) {
        switch (seen.state().orElse(VmState.SHUT_OFF)) {
            case SHUT_OFF, MIGRATED_AWAY -> Staying.cleared(turn, migration);
            case INCOMING, PAUSED -> {}
            case RUNNING ->
                SourceDecider.unresolved(
                        turn, migration, "the source says it stayed, and the destination " + Evidence.of(seen));
        }
    }

    /** It is asked again when it is due, but not for ever: a guest that stands still is somebody's outage. */
    private static void notYet(Turn turn, Migration migration, VmObserved seen) {
        if (migration.questions() >= turn.policy().questionsBeforeOperator()) {
            SourceDecider.unresolved(
                    turn,
                    migration,
                    "it is not at the source any more, and asked " + migration.questions() + " times the destination "
                            + Evidence.of(seen));
        }
    }

    private static void confirmed(Turn turn, Migration migration) {
        Sequence command = migration.nextCommand();
        turn.record(new MigrationConfirmed(
                migration.id(), command, turn.in(turn.policy().askAfter())));
        turn.order(
                migration,
                command,
                migration.plan().source(),
                new ReleaseSource(migration.plan().vm()));
    }
}
