package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;

/** A report about one migration. */
public sealed interface MigrationReport extends Report
        permits MigrationStarted,
                RateApplied,
                PostCopyFailed,
                MigrationEnded,
                VmObserved,
                SourceReleased,
                DestinationPrepared,
                DestinationRefused,
                DeviceAttached,
                DestinationCleaned,
                CommandRefused {
    /** The migration it is about. */
    MigrationId migration();

    /** The attempt the agent was told of when this happened. */
    Attempt attempt();
}
