package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.DeviceAttached;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationReport;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.VmObserved;
import java.util.Optional;

/**
 * Takes in what agents say. A report that does not fit what the zone knows of the migration (another host's, an
 * earlier attempt's) changes nothing.
 */
final class ReportDecider {
    private ReportDecider() {}

    static void decide(Turn turn, ReportMark mark, Report report) {
        switch (report) {
            case InventoryReport inventory -> record(turn, mark, inventory.facts());
            case MigrationReport about ->
                turn.state().migrations().find(about.migration()).ifPresent(one -> decide(turn, mark, one, about));
        }
    }

    private static void record(Turn turn, ReportMark mark, HostFacts facts) {
        boolean own = facts.host().equals(mark.host());
        boolean news = !turn.state().inventory().host(facts.host()).equals(Optional.of(facts));
        if (own && news) {
            turn.record(new HostInventoryRecorded(facts));
        }
    }

    private static void decide(Turn turn, ReportMark mark, Migration migration, MigrationReport report) {
        boolean source = mark.host().equals(migration.plan().source());
        boolean destination = mark.host().equals(migration.plan().destination());
        boolean thisAttempt = report.attempt().equals(migration.attempt());
        if (thisAttempt && source) {
            fromSource(turn, migration, report);
        } else if (thisAttempt && destination) {
            fromDestination(turn, migration, report);
        }
    }

    /** What only a destination can say is nothing from a source. */
    private static void fromSource(Turn turn, Migration migration, MigrationReport report) {
        switch (report) {
            case VmObserved seen -> SourceDecider.seen(turn, migration, seen);
            case MigrationStarted started -> SourceDecider.started(turn, migration, started);
            case RateApplied applied -> SourceDecider.applied(turn, migration, applied);
            case PostCopyFailed failed -> SourceDecider.severed(turn, migration, failed.detail());
            case MigrationEnded ended -> SourceDecider.ended(turn, migration, ended.verdict());
            case SourceReleased released -> SourceDecider.released(turn, migration);
            case CommandRefused refused -> SourceDecider.refused(turn, migration, refused);
            case DestinationPrepared prepared -> {}
            case DestinationRefused refused -> {}
            case DestinationCleaned cleaned -> {}
            case DeviceAttached attached -> {}
        }
    }

    /** A question that it refused says nothing, and is asked again when it is due. */
    private static void fromDestination(Turn turn, Migration migration, MigrationReport report) {
        switch (report) {
            case VmObserved seen -> DestinationDecider.seen(turn, migration, seen);
            case DestinationPrepared ready -> DestinationDecider.prepared(turn, migration, ready);
            case DestinationRefused refused -> DestinationDecider.refused(turn, migration, refused);
            case DestinationCleaned cleaned -> DestinationDecider.cleaned(turn, migration);
            case MigrationStarted started -> {}
            case RateApplied applied -> {}
            case PostCopyFailed failed -> {}
            case MigrationEnded ended -> {}
            case SourceReleased released -> {}
            case CommandRefused refused -> {}
            case DeviceAttached attached -> {}
        }
    }
}
