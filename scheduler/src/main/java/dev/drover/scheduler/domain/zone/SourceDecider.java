package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSevered;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.report.VmObserved;
import java.util.Optional;

/** What the source of a migration says about it. */
final class SourceDecider {
    private SourceDecider() {}

    static void started(Turn turn, Migration migration, MigrationStarted report) {
        if (migration.allows(MigrationRunning.class)) {
            running(turn, migration);
            migration
                    .startCommand()
                    .ifPresent(start -> turn.record(
                            new RateAcknowledged(migration.id(), migration.attempt(), start, report.rate())));
        }
    }

    static void applied(Turn turn, Migration migration, RateApplied report) {
        if (migration.allows(RateAcknowledged.class)) {
            turn.record(new RateAcknowledged(migration.id(), migration.attempt(), report.command(), report.rate()));
        }
    }

    static void ended(Turn turn, Migration migration, SourceVerdict verdict) {
        if (!migration.phase().mayTransfer()) {
            return;
        }
        switch (verdict) {
            case SourceVerdict.StayedAtSource stayed
            when migration.phase() == MigrationPhase.SEVERED ->
                unresolved(
                        turn,
                        migration,
                        "it ran at the destination, and the source says it stayed: " + stayed.detail());
            case SourceVerdict.Transferred left -> transferred(turn, migration, left.figures());
            case SourceVerdict.StayedAtSource stayed ->
                Staying.attempt(turn, migration, stayed.failure(), stayed.detail(), Staying.mayLeave(stayed.failure()));
            case SourceVerdict.Unclear unclear
            when mayHaveLeft(Optional.of(unclear.state())) -> transferred(turn, migration, Optional.empty());
            case SourceVerdict.Unclear unclear ->
                unresolved(turn, migration, "the source has it as " + unclear.state() + ": " + unclear.detail());
        }
    }

    /** The answer to a question that was asked because nothing had been heard. */
    static void seen(Turn turn, Migration migration, VmObserved seen) {
        if (!migration.phase().mayTransfer()) {
            return;
        }
        if (seen.jobActive()) {
            if (migration.allows(MigrationRunning.class)) {
                running(turn, migration);
            }
            return; // one that is being stopped is told so again when it is due
        }
        if (seen.state().equals(Optional.of(VmState.LEAVING))) {
            severed(turn, migration, "the source " + Evidence.of(seen));
        } else if (migration.phase() != MigrationPhase.SEVERED && seen.state().equals(Optional.of(VmState.RUNNING))) {
            Staying.attempt(
                    turn, migration, FailureKind.ABORTED, "no migration of it runs at the source any more", true);
        } else if (mayHaveLeft(seen.state())) {
            transferred(turn, migration, Optional.empty());
        } else {
            unresolved(turn, migration, "the source " + Evidence.of(seen));
        }
    }

    /**
     * A libvirt that was started again does not know why a guest is shut off, and one whose definition is gone says
     * nothing at all: the destination knows whether it came. Where it did not, that is for an operator.
     */
    private static boolean mayHaveLeft(Optional<VmState> state) {
        return state.filter(VmState::holdsMemory).isEmpty();
    }

    /** The guest is at the destination, whatever it lacks there: that is who knows whether it lives. */
    static void severed(Turn turn, Migration migration, String detail) {
        if (migration.allows(MigrationSevered.class)) {
            Sequence command = migration.nextCommand();
            turn.record(new MigrationSevered(
                    migration.id(),
                    migration.attempt(),
                    command,
                    detail,
                    turn.in(turn.policy().askAfter())));
            askDestination(turn, migration, command);
        }
    }

    static void released(Turn turn, Migration migration) {
        if (migration.allows(MigrationSucceeded.class)) {
            turn.record(new MigrationSucceeded(migration.id()));
        }
    }

    /**
     * Only a refused start ends an attempt: a refused question says nothing, and is asked again when it is due. What was
     * seen to run was started, whatever is refused later.
     */
    static void refused(Turn turn, Migration migration, CommandRefused refused) {
        boolean mayNotHaveBegun =
                migration.phase() == MigrationPhase.DISPATCHED || migration.phase() == MigrationPhase.CANCELLING;
        boolean itsStart = mayNotHaveBegun && migration.startCommand().equals(Optional.of(refused.command()));
        if (itsStart) {
            Staying.attempt(turn, migration, FailureKind.ABORTED, refused.refusal() + ": " + refused.detail(), false);
        }
    }

    /** One that is known not to be sending. */
    static void unresolved(Turn turn, Migration migration, String evidence) {
        unresolved(turn, migration, evidence, false);
    }

    static void unresolved(Turn turn, Migration migration, String evidence, boolean maySend) {
        turn.record(new MigrationUnresolved(migration.id(), evidence, maySend));
        Blocking.block(turn, migration, "an operator must look at " + migration.id() + ": " + evidence);
    }

    private static void running(Turn turn, Migration migration) {
        turn.record(new MigrationRunning(
                migration.id(),
                migration.attempt(),
                turn.state().leases().granted(migration.id()),
                turn.in(turn.policy().giveUpAfter().plus(turn.policy().askAfter()))));
    }

    private static void transferred(Turn turn, Migration migration, Optional<TransferFigures> figures) {
        Sequence command = migration.nextCommand();
        turn.record(new MigrationTransferred(
                migration.id(),
                migration.attempt(),
                command,
                figures,
                turn.in(turn.policy().askAfter())));
        askDestination(turn, migration, command);
    }

    private static void askDestination(Turn turn, Migration migration, Sequence command) {
        turn.order(
                migration,
                command,
                migration.plan().destination(),
                new ObserveVm(migration.plan().vm()));
    }
}
