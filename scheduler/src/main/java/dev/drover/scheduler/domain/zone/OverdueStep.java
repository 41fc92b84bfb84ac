package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Sequence;

/** Asks for reports that are overdue. Asking is harmless, so it is repeated until somebody answers. */
final class OverdueStep {
    private OverdueStep() {}

    static void run(Turn turn) {
        turn.state()
                .migrations()
                .underWay(one ->
                        one.phase() != MigrationPhase.QUEUED && !one.dueAt().isAfter(turn.now()))
                .toList()
                .forEach(migration -> ask(turn, migration));
    }

    private static void ask(Turn turn, Migration migration) {
        boolean confirming = migration.phase() == MigrationPhase.CONFIRMING;
        HostId host =
                confirming ? migration.plan().destination() : migration.plan().source();
        AgentCommand question = migration.phase() == MigrationPhase.RELEASING
                ? new ReleaseSource(migration.plan().vm())
                : new ObserveVm(migration.plan().vm());
        Sequence command = migration.nextCommand();
        turn.record(new MigrationQueried(
                migration.id(), command, host, turn.in(turn.policy().askAfter())));
        turn.order(migration, command, host, question);
    }
}
