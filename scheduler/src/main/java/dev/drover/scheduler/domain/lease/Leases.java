package dev.drover.scheduler.domain.lease;

import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationPrepared;
import dev.drover.schema.event.MigrationPreparing;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSevered;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** The rates of all migrations that may be sending. Immutable. */
public record Leases(PSortedMap<MigrationId, Lease> byMigration) {
    /** Nobody sends. */
    public static final Leases EMPTY = new Leases(TreePMap.empty());

    /** The migration's, while it may be sending. */
    public Optional<Lease> of(MigrationId migration) {
        return Optional.ofNullable(byMigration.get(migration));
    }

    /** What the migration was told last; nothing while it does not send. */
    public BitsPerSecond granted(MigrationId migration) {
        return of(migration).map(Lease::granted).orElse(BitsPerSecond.ZERO);
    }

    /** What the migration may be sending. */
    public BitsPerSecond charged(MigrationId migration) {
        return of(migration).map(Lease::charged).orElse(BitsPerSecond.ZERO);
    }

    /** After {@code event}, which can happen to its migration. */
    public Leases evolve(MigrationEvent event) {
        MigrationId id = event.migration();
        return switch (event) {
            case MigrationDispatched sent -> with(id, Lease.first(sent.rate(), sent.command(), sent.expiresAt()));
            case RateGranted grant -> change(id, lease -> lease.granted(grant.rate(), grant.command(), grant.dueAt()));
            case RateAcknowledged said -> change(id, lease -> lease.acknowledged(said.command()));
            case MigrationPlanned planned -> this;
            case MigrationPreparing preparing -> this;
            case MigrationPrepared prepared -> this;
            case MigrationRunning running -> this;
            case MigrationQueried queried -> this;
            case MigrationCancelRequested requested -> this;
            case MigrationSevered severed -> this;
            case MigrationLost lost -> without(id);
            case MigrationTransferred left -> without(id);
            case MigrationConfirmed confirmed -> without(id);
            case MigrationSucceeded succeeded -> without(id);
            case MigrationAttemptFailed failed -> without(id);
            case MigrationFailed failed -> without(id);
            case MigrationCancelled cancelled -> without(id);
            case MigrationStayed stayed -> without(id);
            case MigrationUnresolved unresolved -> unresolved.maySend() ? this : without(id);
            case MigrationResolved resolved -> without(id);
        };
    }

    /** With this lease for the migration. */
    public Leases with(MigrationId migration, Lease lease) {
        return new Leases(byMigration.plus(migration, lease));
    }

    private Leases change(MigrationId migration, UnaryOperator<Lease> change) {
        return of(migration).map(lease -> with(migration, change.apply(lease))).orElse(this);
    }

    private Leases without(MigrationId migration) {
        return new Leases(byMigration.minus(migration));
    }
}
