package dev.drover.agent.domain;

import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.TransferFigures;
import java.util.Optional;

/**
 * How a migration ended, from what the source's hypervisor knows of the vm and what was said about the job. What is
 * seen outweighs what is said: a vm that left has left, whatever the job's error; one that runs here has not.
 */
public final class MigrationOutcome {
    private MigrationOutcome() {}

    /**
     * Empty while a job is active, and while the guest lives on memory that is here: then it has not ended, whatever was
     * said.
     *
     * @param state what the source sees; empty when it does not know the vm
     * @param remembered the figures the hypervisor still has of the vm's last migration
     */
    public static Optional<SourceVerdict> judge(
            Optional<VmState> state, boolean jobActive, JobEnding ending, Optional<TransferFigures> remembered) {
        boolean goesOn = jobActive || state.equals(Optional.of(VmState.LEAVING));
        return goesOn ? Optional.empty() : Optional.of(ended(state, ending, remembered));
    }

    private static SourceVerdict ended(
            Optional<VmState> state, JobEnding ending, Optional<TransferFigures> remembered) {
        return state.map(here -> known(here, ending, remembered)).orElseGet(() -> unknown(ending, remembered));
    }

    private static SourceVerdict known(VmState here, JobEnding ending, Optional<TransferFigures> remembered) {
        return switch (here) {
            case MIGRATED_AWAY -> left(ending, remembered);
            case RUNNING -> stayed(ending);
            case PAUSED, INCOMING, LEAVING, SHUT_OFF -> new SourceVerdict.Unclear(here, ending.words());
        };
    }

    private static SourceVerdict unknown(JobEnding ending, Optional<TransferFigures> remembered) {
        boolean neverStarted =
                ending instanceof JobEnding.Failed failed && failed.failure() == FailureKind.VM_NOT_RUNNING;
        return neverStarted ? stayed(ending) : left(ending, remembered);
    }

    private static SourceVerdict left(JobEnding ending, Optional<TransferFigures> remembered) {
        return new SourceVerdict.Transferred(
                switch (ending) {
                    case JobEnding.Completed completed -> completed.figures().or(() -> remembered);
                    case JobEnding.Failed failed -> remembered;
                    case JobEnding.Unwitnessed unwitnessed -> remembered;
                });
    }

    private static SourceVerdict stayed(JobEnding ending) {
        return switch (ending) {
            case JobEnding.Failed failed -> new SourceVerdict.StayedAtSource(failed.failure(), failed.detail());
            case JobEnding.Unwitnessed unwitnessed ->
                new SourceVerdict.StayedAtSource(FailureKind.HYPERVISOR_ERROR, unwitnessed.words());
            case JobEnding.Completed completed -> new SourceVerdict.Unclear(VmState.RUNNING, completed.words());
        };
    }
}
