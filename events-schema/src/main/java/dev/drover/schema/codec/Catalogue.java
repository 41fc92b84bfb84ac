package dev.drover.schema.codec;

import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.LeaseNotice;
import dev.drover.schema.command.LeasesValidUntil;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.HostCordoned;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.HostTrusted;
import dev.drover.schema.event.HostUncordoned;
import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
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
import dev.drover.schema.event.PolicyChanged;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.event.SchemaLevelRaised;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.VmUnblocked;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.ForgetVm;
import dev.drover.schema.intent.FreezeZone;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.RetryMigration;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.DeviceAttached;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import dev.drover.schema.telemetry.MigrationProgress;
import dev.drover.schema.telemetry.Telemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type that may stand on the wire, by a name that does not change when the class is renamed. */
public final class Catalogue {
    /** What operators may send. */
    public static final List<MessageType> INTENTS = List.of(
            type("intent.evacuate-hosts", EvacuateHosts.class),
            type("intent.release-hosts", ReleaseHosts.class),
            type("intent.migrate-vm", MigrateVm.class),
            type("intent.pause-intent", PauseIntent.class),
            type("intent.resume-intent", ResumeIntent.class),
            type("intent.cancel-intent", CancelIntent.class),
            type("intent.cancel-migration", CancelMigration.class),
            type("intent.retry-migration", RetryMigration.class),
            type("intent.change-topology", ChangeTopology.class),
            type("intent.change-policy", ChangePolicy.class),
            type("intent.cordon-host", CordonHost.class),
            type("intent.uncordon-host", UncordonHost.class),
            type("intent.freeze-zone", FreezeZone.class),
            type("intent.thaw-zone", ThawZone.class),
            type("intent.resolve-migration", ResolveMigration.class),
            type("intent.forget-host", ForgetHost.class),
            type("intent.forget-vm", ForgetVm.class));

    /** What agents may send. */
    public static final List<MessageType> REPORTS = List.of(
            type("report.inventory", InventoryReport.class),
            type("report.migration-started", MigrationStarted.class),
            type("report.post-copy-failed", PostCopyFailed.class),
            type("report.rate-applied", RateApplied.class),
            type("report.migration-ended", MigrationEnded.class),
            type("report.vm-observed", VmObserved.class),
            type("report.source-released", SourceReleased.class),
            type("report.command-refused", CommandRefused.class),
            type("report.destination-prepared", DestinationPrepared.class),
            type("report.destination-refused", DestinationRefused.class),
            type("report.device-attached", DeviceAttached.class),
            type("report.destination-cleaned", DestinationCleaned.class));

    /** What stands in the event log. */
    public static final List<MessageType> EVENTS = List.of(
            type("event.zone-ownership-taken", ZoneOwnershipTaken.class),
            type("event.host-inventory-recorded", HostInventoryRecorded.class),
            type("event.intent-accepted", IntentAccepted.class),
            type("event.intent-refused", IntentRefused.class),
            type("event.vm-blocked", VmBlocked.class),
            type("event.intent-ended", IntentEnded.class),
            type("event.migration-planned", MigrationPlanned.class),
            type("event.migration-preparing", MigrationPreparing.class),
            type("event.migration-prepared", MigrationPrepared.class),
            type("event.migration-dispatched", MigrationDispatched.class),
            type("event.migration-running", MigrationRunning.class),
            type("event.rate-granted", RateGranted.class),
            type("event.rate-acknowledged", RateAcknowledged.class),
            type("event.migration-transferred", MigrationTransferred.class),
            type("event.migration-confirmed", MigrationConfirmed.class),
            type("event.migration-succeeded", MigrationSucceeded.class),
            type("event.migration-attempt-failed", MigrationAttemptFailed.class),
            type("event.migration-stayed", MigrationStayed.class),
            type("event.migration-failed", MigrationFailed.class),
            type("event.migration-queried", MigrationQueried.class),
            type("event.migration-severed", MigrationSevered.class),
            type("event.migration-lost", MigrationLost.class),
            type("event.migration-unresolved", MigrationUnresolved.class),
            type("event.intent-paused", IntentPaused.class),
            type("event.intent-resumed", IntentResumed.class),
            type("event.intent-cancel-requested", IntentCancelRequested.class),
            type("event.intent-overdue", IntentOverdue.class),
            type("event.vm-unblocked", VmUnblocked.class),
            type("event.hosts-released", HostsReleased.class),
            type("event.migration-cancel-requested", MigrationCancelRequested.class),
            type("event.migration-cancelled", MigrationCancelled.class),
            type("event.migration-resolved", MigrationResolved.class),
            type("event.topology-changed", TopologyChanged.class),
            type("event.policy-changed", PolicyChanged.class),
            type("event.host-cordoned", HostCordoned.class),
            type("event.host-uncordoned", HostUncordoned.class),
            type("event.host-forgotten", HostForgotten.class),
            type("event.host-quarantined", HostQuarantined.class),
            type("event.host-trusted", HostTrusted.class),
            type("event.zone-frozen", ZoneFrozen.class),
            type("event.zone-thawed", ZoneThawed.class),
            type("event.vm-forgotten", VmForgotten.class),
            type("event.inbox-read", InboxRead.class),
            type("event.input-set-aside", InputSetAside.class),
            type("event.schema-level-raised", SchemaLevelRaised.class));

    /** What agents are told. */
    public static final List<MessageType> COMMANDS = List.of(
            type("command.start-migration", StartMigration.class),
            type("command.set-rate", SetRate.class),
            type("command.observe-vm", ObserveVm.class),
            type("command.release-source", ReleaseSource.class),
            type("command.prepare-destination", PrepareDestination.class),
            type("command.attach-device", AttachDevice.class),
            type("command.cleanup-destination", CleanupDestination.class),
            type("command.abort-migration", AbortMigration.class));

    /** What agents are told all together. */
    public static final List<MessageType> LEASES = List.of(type("command.leases-valid-until", LeasesValidUntil.class));

    /** What agents measure. */
    public static final List<MessageType> TELEMETRY =
            List.of(type("telemetry.migration-progress", MigrationProgress.class));

    /** What a zone puts aside of its state. */
    public static final List<MessageType> SNAPSHOTS =
            List.of(type("snapshot.chunk", SnapshotChunk.class), type("snapshot.footer", SnapshotFooter.class));

    /** The roots of the language: each record below one of them is listed above. */
    public static final List<Class<?>> ROOTS = List.of(
            Intent.class,
            Report.class,
            ZoneEvent.class,
            AgentCommand.class,
            LeaseNotice.class,
            Telemetry.class,
            SnapshotPart.class);

    private static final Map<Class<?>, MessageType> BY_BODY = Stream.of(
                    INTENTS, REPORTS, EVENTS, COMMANDS, LEASES, TELEMETRY, SNAPSHOTS)
            .flatMap(List::stream)
            .collect(Collectors.toMap(
                    MessageType::body,
                    Function.identity(),
                    (one, other) -> {
                        throw new IllegalStateException(one + " and " + other + " are of one class");
                    },
                    LinkedHashMap::new));

    private Catalogue() {}

    /** All of them. */
    public static List<MessageType> all() {
        return List.copyOf(BY_BODY.values());
    }

    /** The type of a body; there is one for every record of the language. */
    static MessageType of(Object body) {
        MessageType type = BY_BODY.get(body.getClass());
        if (type == null) {
            throw new IllegalArgumentException(body.getClass() + " is not in the catalogue");
        }
        return type;
    }

    private static MessageType type(String name, Class<? extends Record> body) {
        return new MessageType("dev.drover." + name, 1, body);
    }
}
