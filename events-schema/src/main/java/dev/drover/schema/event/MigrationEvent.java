package dev.drover.schema.event;

import dev.drover.schema.id.MigrationId;

/** A step in the life of a migration. */
public sealed interface MigrationEvent extends ZoneEvent
        permits MigrationPlanned,
                MigrationPreparing,
                MigrationPrepared,
                MigrationDispatched,
                MigrationRunning,
                RateGranted,
                RateAcknowledged,
                MigrationSevered,
                MigrationLost,
                MigrationTransferred,
                MigrationConfirmed,
                MigrationSucceeded,
                MigrationAttemptFailed,
                MigrationStayed,
                MigrationFailed,
                MigrationQueried,
                MigrationUnresolved,
                MigrationCancelRequested,
                MigrationCancelled,
                MigrationResolved {
    /** The migration. */
    MigrationId migration();

    @Override
    default String subject() {
        return "migrations/" + migration().value();
    }
}
