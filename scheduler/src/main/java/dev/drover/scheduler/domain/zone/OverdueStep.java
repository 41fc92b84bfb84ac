package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks at the deadlines in the state. An overdue report is asked for; asking is harmless, so it is repeated until
 * somebody answers, at growing intervals.
 */
final class OverdueStep {
    /** Enough doublings for any pause that a policy may allow. */
    private static final int MOST_DOUBLINGS = 30;

    private OverdueStep() {}

    static void run(Turn turn) {
        turn.state()
                .migrations()
                .underWay(one -> isWaiting(one) && !one.dueAt().isAfter(turn.now()))
                .toList()
                .forEach(migration -> ask(turn, migration));
        turn.state().intents().open().forEach(task -> late(turn, task));
    }

    private static boolean isWaiting(Migration migration) {
        return migration.allows(MigrationQueried.class);
    }

    private static void ask(Turn turn, Migration migration) {
        if (migration.questions() < turn.policy().questionsBeforeOperator()) {
            question(turn, migration);
        } else {
            silent(turn, migration);
        }
    }

    /**
     * A host that never says may be gone for good, or its hypervisor hang: only a person can find out, and the zone
     * must not hang on it.
     */
    private static void silent(Turn turn, Migration migration) {
        String evidence =
                host(migration) + " was asked " + migration.questions() + " times and has not said what became of it";
        boolean maySend = migration.phase().mayTransfer();
        turn.record(new MigrationUnresolved(migration.id(), evidence, maySend));
        Blocking.block(turn, migration, "an operator must look at " + migration.id() + ": " + evidence);
    }

    private static void question(Turn turn, Migration migration) {
        HostId host = host(migration);
        Sequence command = migration.nextCommand();
        turn.record(new MigrationQueried(migration.id(), command, host, turn.in(pause(turn, migration))));
        turn.order(migration, command, host, inquiry(turn, migration));
    }

    private static HostId host(Migration migration) {
        return switch (migration.phase()) {
            case PREPARING, SEVERED, CONFIRMING, CLEARING -> migration.plan().destination();
            case QUEUED,
                    DISPATCHED,
                    RUNNING,
                    CANCELLING,
                    RELEASING,
                    NEEDS_OPERATOR,
                    LOST,
                    SUCCEEDED,
                    FAILED,
                    CANCELLED,
                    RESOLVED -> migration.plan().source();
        };
    }

    /** What is asked does the thing again where that is what one waits for. */
    private static AgentCommand inquiry(Turn turn, Migration migration) {
        VmId vm = migration.plan().vm();
        return switch (migration.phase()) {
            case PREPARING -> DiskOrders.makeRoom(turn, migration);
            case RELEASING -> DiskOrders.release(migration);
            case CLEARING -> DiskOrders.clear(migration);
            case CANCELLING -> migration.questions() % 2 == 0 ? new AbortMigration(vm) : new ObserveVm(vm);
            case QUEUED,
                    DISPATCHED,
                    RUNNING,
                    SEVERED,
                    CONFIRMING,
                    NEEDS_OPERATOR,
                    LOST,
                    SUCCEEDED,
                    FAILED,
                    CANCELLED,
                    RESOLVED -> new ObserveVm(vm);
        };
    }

    private static Duration pause(Turn turn, Migration migration) {
        Duration first = turn.policy().askAfter();
        Duration longest = turn.policy().askAtMost();
        int doublings = Math.min(migration.questions(), MOST_DOUBLINGS);
        boolean tooLong = first.compareTo(longest.dividedBy(1L << doublings)) > 0;
        return tooLong ? longest : first.multipliedBy(1L << doublings);
    }

    private static void late(Turn turn, Task task) {
        Optional<Instant> deadline = task.intent().deadline().filter(end -> end.isBefore(turn.now()));
        if (!task.overdue() && deadline.isPresent()) {
            turn.record(new IntentOverdue(task.id(), deadline.get()));
        }
    }
}
