package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.FailureKind;

/**
 * What follows when the guest did not leave: another attempt, or the end. A half-received guest may be left at the
 * destination, which a source can't see, so before the end the destination is asked; its memory stays reserved, and a
 * drain of it stays open, until it has said that nothing is there.
 */
final class Staying {
    private Staying() {}

    /** An attempt is over. {@code left} is whether something of it may be left at the destination. */
    static void attempt(Turn turn, Migration migration, FailureKind failure, String detail, boolean left) {
        boolean cancelled = migration.phase() == MigrationPhase.CANCELLING;
        if (!cancelled && migration.attempt().value() < turn.policy().attempts() && isPassing(failure)) {
            turn.record(new MigrationAttemptFailed(
                    migration.id(),
                    migration.attempt(),
                    failure,
                    detail,
                    turn.in(turn.policy().retryAfter())));
        } else {
            end(turn, migration, failure, detail, cancelled, left);
        }
    }

    /** No further attempt is made. */
    static void end(
            Turn turn, Migration migration, FailureKind failure, String detail, boolean cancelled, boolean left) {
        if (left || migration.mayHaveLeftTraces()) {
            Sequence command = migration.nextCommand();
            turn.record(new MigrationStayed(
                    migration.id(),
                    migration.attempt(),
                    command,
                    failure,
                    detail,
                    cancelled,
                    turn.in(turn.policy().askAfter())));
            turn.order(migration, command, migration.plan().destination(), DiskOrders.clear(migration));
        } else {
            over(turn, migration, failure, detail, cancelled);
        }
    }

    /** The destination has nothing of it. */
    static void cleared(Turn turn, Migration migration) {
        migration.stayed().ifPresent(end -> over(turn, migration, end.failure(), end.detail(), end.cancelled()));
    }

    /** A destination that refused never received anything, and a guest that did not run never went anywhere. */
    static boolean mayLeave(FailureKind failure) {
        return isPassing(failure);
    }

    private static void over(Turn turn, Migration migration, FailureKind failure, String detail, boolean cancelled) {
        if (cancelled) {
            turn.record(new MigrationCancelled(migration.id(), detail));
            Blocking.block(turn, migration, migration.id() + " was cancelled: " + detail);
        } else {
            turn.record(new MigrationFailed(migration.id(), failure, detail));
            Blocking.block(
                    turn,
                    migration,
                    migration.id() + " failed at attempt " + migration.attempt().value() + ", " + failure + ": "
                            + detail);
        }
    }

    private static boolean isPassing(FailureKind failure) {
        return switch (failure) {
            case OUT_OF_TIME, ABORTED, DESTINATION_UNREACHABLE, HYPERVISOR_ERROR -> true;
            case DESTINATION_REFUSED, VM_NOT_RUNNING -> false;
        };
    }
}
