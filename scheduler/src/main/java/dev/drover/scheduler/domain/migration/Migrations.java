package dev.drover.scheduler.domain.migration;

import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The migrations of a zone. Immutable.
 *
 * @param active those that are not over, the ones that wait for an operator among them
 * @param ofVm which of them moves each vm; follows from {@code active}
 */
public record Migrations(PSortedMap<MigrationId, Migration> active, PSortedMap<VmId, MigrationId> ofVm, Finished over) {
    /** Before the first. */
    public static final Migrations EMPTY = new Migrations(TreePMap.empty(), TreePMap.empty(), Finished.NONE);

    /** The migration, over or not. */
    public Optional<Migration> find(MigrationId id) {
        return Optional.ofNullable(active.get(id)).or(() -> over.find(id));
    }

    /** The vm's migration that is not over; there is never more than one. */
    public Optional<Migration> of(VmId vm) {
        return Optional.ofNullable(ofVm.get(vm)).flatMap(id -> Optional.ofNullable(active.get(id)));
    }

    /** Those that are not over and match, in the order in which they were planned. */
    public Stream<Migration> underWay(Predicate<Migration> which) {
        return active.values().stream().filter(which);
    }

    /** The intent's migrations of which something is to come without a person. */
    public List<Migration> movingFor(IntentId intent) {
        return underWay(one -> one.phase().isMoving() && one.plan().intent().equals(intent))
                .toList();
    }

    /**
     * Whether the last migration of the vm for this intent brought it away: it succeeded, or an operator had to look and
     * the vm is {@code home} where it was to go.
     */
    public boolean tookAway(IntentId intent, VmId vm, Optional<HostId> home) {
        return over.last(intent, vm)
                .filter(one -> one.phase() == MigrationPhase.SUCCEEDED
                        || (one.phase() == MigrationPhase.RESOLVED
                                && home.equals(Optional.of(one.plan().destination()))))
                .isPresent();
    }

    /** Whether a migration of the vm for this intent waits for an operator. */
    public boolean needsOperator(IntentId intent, VmId vm) {
        return of(vm).filter(one -> one.phase().needsOperator())
                .filter(one -> one.plan().intent().equals(intent))
                .isPresent();
    }

    /** After {@code event}, which happened at {@code at}. */
    public Migrations evolve(MigrationEvent event, Instant at) {
        if (event instanceof MigrationPlanned plan) {
            return with(Migration.begin(plan, at));
        }
        return Optional.ofNullable(active.get(event.migration()))
                .map(one -> with(one.evolve(event, at)))
                .orElse(this);
    }

    /** Without those of an intent that are over: it is over itself, and nobody asks about them any more. */
    public Migrations forgetting(IntentId intent) {
        return new Migrations(active, ofVm, over.without(intent));
    }

    /** With this one as it is now. */
    public Migrations with(Migration migration) {
        MigrationId id = migration.id();
        VmId vm = migration.plan().vm();
        return migration.phase().isTerminal()
                ? new Migrations(active.minus(id), ofVm.minus(vm), over.with(migration))
                : new Migrations(active.plus(id, migration), ofVm.plus(vm, id), over);
    }
}
