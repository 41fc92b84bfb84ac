package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.event.MigrationPreparing;
import dev.drover.schema.id.Sequence;
import java.util.List;

/** Has destinations make room for the disks of migrations whose turn has come; gives those that can be started. */
final class PrepareStep {
    private PrepareStep() {}

    static List<Migration> run(Turn turn, List<Migration> next) {
        next.stream().filter(Migration::needsRoom).forEach(one -> prepare(turn, one));
        return next.stream().filter(one -> !one.needsRoom()).toList();
    }

    private static void prepare(Turn turn, Migration migration) {
        AgentCommand order = DiskOrders.makeRoom(turn, migration);
        Sequence command = migration.nextCommand();
        turn.record(new MigrationPreparing(
                migration.id(),
                migration.attempt(),
                command,
                turn.in(turn.policy().askAfter())));
        turn.order(migration, command, migration.plan().destination(), order);
    }
}
