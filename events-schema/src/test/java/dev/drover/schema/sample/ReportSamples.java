package dev.drover.schema.sample;

import static dev.drover.schema.sample.Parts.ATTEMPT;
import static dev.drover.schema.sample.Parts.COMMAND;
import static dev.drover.schema.sample.Parts.DEVICE;
import static dev.drover.schema.sample.Parts.FACTS;
import static dev.drover.schema.sample.Parts.FIGURES;
import static dev.drover.schema.sample.Parts.FIGURES_WITHOUT_BLACKOUT;
import static dev.drover.schema.sample.Parts.MIGRATION;
import static dev.drover.schema.sample.Parts.RATE;
import static dev.drover.schema.sample.Parts.VM;

import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.DeviceAttached;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.transfer.CopyMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agents report. */
final class ReportSamples {
    static final Map<String, Report> REPORTS = Map.ofEntries(
            Map.entry("report.inventory", new InventoryReport(FACTS)),
            Map.entry("report.inventory+empty", new InventoryReport(FACTS.withVms(List.of()))),
            Map.entry(
                    "report.inventory+degraded",
                    new InventoryReport(FACTS.degraded(Optional.of("no space left on the disk of its journal")))),
            Map.entry(
                    "report.post-copy-failed",
                    new PostCopyFailed(MIGRATION, ATTEMPT, "post-copy failed: client socket is closed")),
            Map.entry("report.migration-started", new MigrationStarted(MIGRATION, ATTEMPT, RATE)),
            Map.entry("report.rate-applied", new RateApplied(MIGRATION, ATTEMPT, COMMAND, RATE)),
            Map.entry("report.migration-ended", ended(new SourceVerdict.Transferred(Optional.of(FIGURES)))),
            Map.entry(
                    "report.migration-ended+no-blackout",
                    ended(new SourceVerdict.Transferred(Optional.of(FIGURES_WITHOUT_BLACKOUT)))),
            Map.entry("report.migration-ended+no-figures", ended(new SourceVerdict.Transferred(Optional.empty()))),
            Map.entry(
                    "report.migration-ended+stayed",
                    ended(new SourceVerdict.StayedAtSource(
                            FailureKind.DESTINATION_UNREACHABLE, "unable to connect to server at '10.1.2.4:49152'"))),
            Map.entry(
                    "report.migration-ended+unclear",
                    ended(new SourceVerdict.Unclear(VmState.PAUSED, "post-copy failed"))),
            Map.entry(
                    "report.vm-observed", new VmObserved(MIGRATION, ATTEMPT, VM, Optional.of(VmState.INCOMING), true)),
            Map.entry("report.vm-observed+unknown", new VmObserved(MIGRATION, ATTEMPT, VM, Optional.empty(), false)),
            Map.entry("report.source-released", new SourceReleased(MIGRATION, ATTEMPT)),
            Map.entry(
                    "report.destination-prepared", new DestinationPrepared(MIGRATION, ATTEMPT, COMMAND, CopyMode.FULL)),
            Map.entry(
                    "report.destination-refused",
                    new DestinationRefused(
                            MIGRATION,
                            ATTEMPT,
                            COMMAND,
                            FailureKind.DESTINATION_REFUSED,
                            "8 GiB wanted, 6 GiB are free")),
            Map.entry("report.device-attached", new DeviceAttached(MIGRATION, ATTEMPT, DEVICE)),
            Map.entry("report.destination-cleaned", new DestinationCleaned(MIGRATION, ATTEMPT)),
            Map.entry(
                    "report.command-refused",
                    new CommandRefused(MIGRATION, ATTEMPT, COMMAND, RefusalReason.OLD_EPOCH, "epoch 11 is over")));

    private ReportSamples() {}

    private static Report ended(SourceVerdict verdict) {
        return new MigrationEnded(MIGRATION, ATTEMPT, verdict);
    }
}
