package dev.drover.scheduler.domain.migration;

import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationPlanned;
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

/** The migrations of a zone: those under way, and those that are over. Immutable. */
public record Migrations(PSortedMap<MigrationId, Migration> active, PSortedMap<MigrationId, Migration> over) {
    /** Before the first. */
    public static final Migrations EMPTY = new Migrations(TreePMap.empty(), TreePMap.empty());

    /** The migration, over or not. */
    public Optional<Migration> find(MigrationId id) {
        return Optional.ofNullable(active.get(id)).or(() -> Optional.ofNullable(over.get(id)));
    }

    /** The vm's migration that is under way; there is never more than one. */
    public Optional<Migration> of(VmId vm) {
        return underWay(one -> one.plan().vm().equals(vm)).findFirst();
    }

    /** Those under way that match, in the order in which they were planned. */
    public Stream<Migration> underWay(Predicate<Migration> which) {
        return active.values().stream().filter(which);
    }

    /** The intent's migrations that are under way. */
    public List<Migration> underWayFor(IntentId intent) {
        return underWay(one -> one.plan().intent().equals(intent)).toList();
    }

    /** Whether a migration for this intent brought the vm away. */
    public boolean tookAway(IntentId intent, VmId vm) {
        return hasEnded(intent, vm, MigrationPhase.SUCCEEDED);
    }

    /** Whether a migration of the vm for this intent ended in a contradiction. */
    public boolean needsOperator(IntentId intent, VmId vm) {
        return hasEnded(intent, vm, MigrationPhase.NEEDS_OPERATOR);
    }

    /** After {@code event}, which happened at {@code at}. */
    public Migrations evolve(MigrationEvent event, Instant at) {
        if (event instanceof MigrationPlanned plan) {
            return with(Migration.begin(plan, at));
        }
        return Optional.ofNullable(active.get(event.migration()))
                .map(one -> with(one.evolve(event)))
                .orElse(this);
    }

    private boolean hasEnded(IntentId intent, VmId vm, MigrationPhase end) {
        return over.values().stream()
                .anyMatch(one -> one.phase() == end
                        && one.plan().intent().equals(intent)
                        && one.plan().vm().equals(vm));
    }

    private Migrations with(Migration migration) {
        return migration.phase().isTerminal()
                ? new Migrations(active.minus(migration.id()), over.plus(migration.id(), migration))
                : new Migrations(active.plus(migration.id(), migration), over);
    }
}
