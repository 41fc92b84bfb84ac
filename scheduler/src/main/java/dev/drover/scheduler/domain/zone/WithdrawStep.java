package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.plan.Urgency;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.id.HostId;
import dev.drover.schema.report.FailureKind;
import java.util.Optional;

/**
 * Takes back what waits for its turn, or for room, and must not begin any more. Its vm is planned for anew, if anybody still wants it
 * moved.
 */
final class WithdrawStep {
    private WithdrawStep() {}

    static void run(Turn turn) {
        turn.state()
                .migrations()
                .underWay(one -> one.phase() == MigrationPhase.QUEUED || one.phase() == MigrationPhase.PREPARING)
                .toList()
                .forEach(one -> objection(turn, one).ifPresent(why -> withdraw(turn, one, why)));
    }

    /** What was tried before may have left something behind. */
    private static void withdraw(Turn turn, Migration migration, String why) {
        if (migration.mayHaveLeftTraces()) {
            Staying.end(turn, migration, FailureKind.ABORTED, why, false, true);
        } else {
            turn.record(new MigrationFailed(migration.id(), FailureKind.ABORTED, why));
        }
    }

    private static Optional<String> objection(Turn turn, Migration migration) {
        HostId destination = migration.plan().destination();
        if (turn.state().intents().holding(destination).isPresent()) {
            return Optional.of("its destination " + destination + " is being evacuated now");
        }
        if (turn.state().inventory().cordoned().containsKey(destination)) {
            return Optional.of("its destination " + destination + " takes no new vms any more");
        }
        return Obstacles.unreachable(turn, migration.plan().source(), destination)
                .or(() -> turn.state()
                        .intents()
                        .task(migration.plan().intent())
                        .filter(task -> isTooLate(turn, task))
                        .map(task -> "the window of intent " + task.id() + " is closed"));
    }

    private static boolean isTooLate(Turn turn, Task task) {
        return Urgency.isTooLate(task, turn.now());
    }
}
