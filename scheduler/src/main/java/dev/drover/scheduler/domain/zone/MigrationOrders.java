package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.RetryMigration;
import java.util.Optional;
import java.util.function.Function;

/** Intents about one migration. */
final class MigrationOrders {
    private MigrationOrders() {}

    /** Stopping what is being stopped changes nothing; what has left the source can't be stopped any more. */
    static Optional<String> objection(ZoneState state, CancelMigration cancel) {
        return check(state, cancel.migration(), migration -> switch (migration.phase()) {
            case QUEUED, PREPARING, DISPATCHED, RUNNING, CANCELLING -> Optional.empty();
            case CLEARING -> Optional.of("it has come to nothing already, and its destination is being asked");
            case SEVERED, CONFIRMING, RELEASING ->
                Optional.of("the guest has left its source already; migrate it back when it has arrived");
            case NEEDS_OPERATOR, LOST -> Optional.of("it waits for an operator; resolve it");
            case SUCCEEDED, FAILED, CANCELLED, RESOLVED -> Optional.of("it is " + migration.phase() + " already");
        });
    }

    static void carryOut(Turn turn, CancelMigration cancel) {
        Cancellation.ask(turn, turn.migration(cancel.migration()), cancel.intent());
    }

    static Optional<String> objection(ZoneState state, RetryMigration retry) {
        return check(state, retry.migration(), migration -> switch (migration.phase()) {
            case FAILED, CANCELLED -> blocked(state, migration);
            case NEEDS_OPERATOR, LOST -> Optional.of("it waits for an operator; resolve it first");
            case SUCCEEDED, RESOLVED -> Optional.of("it is " + migration.phase() + "; there is nothing to try again");
            case QUEUED, PREPARING, DISPATCHED, RUNNING, CANCELLING, SEVERED, CLEARING, CONFIRMING, RELEASING ->
                Optional.of("it is " + migration.phase() + "; wait for its end");
        });
    }

    static void carryOut(Turn turn, RetryMigration retry) {
        Blocking.unblock(turn, turn.migration(retry.migration()), retry.intent());
    }

    static Optional<String> objection(ZoneState state, ResolveMigration resolve) {
        return check(
                state,
                resolve.migration(),
                migration -> migration.phase().needsOperator()
                        ? Optional.empty()
                        : Optional.of("it is " + migration.phase() + " and does not wait for an operator"));
    }

    static void carryOut(Turn turn, ResolveMigration resolve) {
        Migration migration = turn.migration(resolve.migration());
        turn.record(new MigrationResolved(migration.id(), resolve.verdict(), resolve.evidence(), resolve.intent()));
        if (resolve.verdict() == OperatorVerdict.AT_SOURCE
                && !migration.plan().disks().isEmpty()) {
            clearDestination(turn, migration);
        }
        Blocking.unblock(turn, migration, resolve.intent());
    }

    /** Once, and nobody waits for it: the migration is over. Where the vm is there all the same, nothing is removed. */
    private static void clearDestination(Turn turn, Migration migration) {
        turn.order(migration, migration.nextCommand(), migration.plan().destination(), DiskOrders.clear(migration));
    }

    private static Optional<String> check(
            ZoneState state, MigrationId id, Function<Migration, Optional<String>> objection) {
        return state.migrations()
                .find(id)
                .map(migration ->
                        objection.apply(migration).map(why -> "migration " + id + " can't be changed so: " + why))
                .orElseGet(() -> Optional.of(
                        "migration " + id + " is not known in zone " + state.zone() + ", or its intent is over"));
    }

    private static Optional<String> blocked(ZoneState state, Migration migration) {
        return state.intents()
                        .task(migration.plan().intent())
                        .filter(task ->
                                task.blocked().containsKey(migration.plan().vm()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("its vm is planned for anew already, or its intent is over");
    }
}
