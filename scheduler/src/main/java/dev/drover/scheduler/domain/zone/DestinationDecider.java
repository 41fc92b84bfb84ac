package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationPrepared;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.VmObserved;
import java.util.Optional;

/** What the destination of a migration says about it: the only proof that the guest arrived. */
final class DestinationDecider {
    private DestinationDecider() {}

    /** There is room for its disks. Another command that is on its way would make it anew, under a guest that comes. */
    static void prepared(Turn turn, Migration migration, DestinationPrepared ready) {
        if (isAnswered(migration, ready.command())) {
            turn.record(new MigrationPrepared(migration.id(), migration.attempt(), ready.mode()));
        }
    }

    /** There is none, and nothing of it was left there. */
    static void refused(Turn turn, Migration migration, DestinationRefused refused) {
        if (isAnswered(migration, refused.command())) {
            Staying.attempt(turn, migration, refused.failure(), refused.detail(), false);
        }
    }

    private static boolean isAnswered(Migration migration, Sequence command) {
        return migration.allows(MigrationPrepared.class)
                && migration.lastCommand().equals(Optional.of(command));
    }

    static void cleaned(Turn turn, Migration migration) {
        if (migration.phase() == MigrationPhase.CLEARING) {
            Staying.cleared(turn, migration);
        }
    }

    static void seen(Turn turn, Migration migration, VmObserved seen) {
        if (migration.phase() == MigrationPhase.CLEARING) {
            clearing(turn, migration, seen);
            return;
        }
        if (migration.phase() == MigrationPhase.SEVERED) {
            severed(turn, migration, seen);
            return;
        }
        if (!migration.allows(MigrationConfirmed.class)) {
            return;
        }
        switch (seen.state().orElse(VmState.SHUT_OFF)) {
            case RUNNING, INCOMING, PAUSED, LEAVING -> {
                if (runsByItself(seen)) {
                    confirmed(turn, migration);
                } else {
                    notYet(turn, migration, "it is not at the source any more", seen);
                }
            }
            case SHUT_OFF, MIGRATED_AWAY ->
                SourceDecider.unresolved(
                        turn, migration, "it is not at the source any more, and the destination " + Evidence.of(seen));
        }
    }

    /** One that is still being migrated to here lacks memory that the source may never send. */
    private static boolean runsByItself(VmObserved seen) {
        return seen.state().equals(Optional.of(VmState.RUNNING)) && !seen.jobActive();
    }

    /** A guest that stays at the source must not be here; what is on its way out is asked about again. */
    private static void clearing(Turn turn, Migration migration, VmObserved seen) {
        switch (seen.state().orElse(VmState.SHUT_OFF)) {
            case SHUT_OFF, MIGRATED_AWAY -> Staying.cleared(turn, migration);
            case INCOMING, PAUSED, LEAVING -> {}
            case RUNNING ->
                SourceDecider.unresolved(
                        turn, migration, "the source says it stayed, and the destination " + Evidence.of(seen));
        }
    }

    /**
     * What runs here has memory at both ends; the source tells when it has all of it. What is not here any more is lost if
     * the source still keeps the rest, and if it did not go on from here.
     */
    private static void severed(Turn turn, Migration migration, VmObserved seen) {
        boolean wentOn = seen.state().equals(Optional.of(VmState.MIGRATED_AWAY));
        if (!wentOn && !holdsMemory(seen) && isLeaving(turn, migration)) {
            lost(turn, migration, "it ran at the destination in post-copy, and the destination " + Evidence.of(seen));
        } else {
            notYet(turn, migration, "both ends have lost each other in post-copy", seen);
        }
    }

    private static boolean holdsMemory(VmObserved seen) {
        return seen.state().filter(VmState::holdsMemory).isPresent();
    }

    private static boolean isLeaving(Turn turn, Migration migration) {
        return turn.state()
                .inventory()
                .host(migration.plan().source())
                .flatMap(host -> host.vm(migration.plan().vm()))
                .filter(vm -> vm.state() == VmState.LEAVING)
                .isPresent();
    }

    private static void lost(Turn turn, Migration migration, String evidence) {
        turn.record(new MigrationLost(migration.id(), evidence));
        Blocking.block(
                turn,
                migration,
                "its memory is lost: " + evidence + "; an operator must look at " + migration.id()
                        + ", and must not resume what the source has of it");
    }

    /** It is asked again when it is due, but not for ever: a guest that stands still is somebody's outage. */
    private static void notYet(Turn turn, Migration migration, String so, VmObserved seen) {
        if (migration.questions() >= turn.policy().questionsBeforeOperator()) {
            SourceDecider.unresolved(
                    turn,
                    migration,
                    so + ", and asked " + migration.questions() + " times the destination " + Evidence.of(seen),
                    migration.phase().mayTransfer());
        }
    }

    private static void confirmed(Turn turn, Migration migration) {
        Sequence command = migration.nextCommand();
        turn.record(new MigrationConfirmed(
                migration.id(), command, turn.in(turn.policy().askAfter())));
        turn.order(migration, command, migration.plan().source(), DiskOrders.release(migration));
    }
}
