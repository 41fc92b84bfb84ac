package dev.drover.schema.codec;

import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.intent.EvacuateHost;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
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
    public static final List<MessageType> INTENTS = List.of(type("intent.evacuate-host", EvacuateHost.class));

    /** What agents may send. */
    public static final List<MessageType> REPORTS = List.of(
            type("report.inventory", InventoryReport.class),
            type("report.migration-started", MigrationStarted.class),
            type("report.rate-applied", RateApplied.class),
            type("report.migration-ended", MigrationEnded.class),
            type("report.vm-observed", VmObserved.class),
            type("report.source-released", SourceReleased.class),
            type("report.command-refused", CommandRefused.class));

    /** What stands in the event log. */
    public static final List<MessageType> EVENTS = List.of(
            type("event.zone-ownership-taken", ZoneOwnershipTaken.class),
            type("event.host-inventory-recorded", HostInventoryRecorded.class),
            type("event.intent-accepted", IntentAccepted.class),
            type("event.intent-refused", IntentRefused.class),
            type("event.vm-blocked", VmBlocked.class),
            type("event.intent-ended", IntentEnded.class),
            type("event.migration-planned", MigrationPlanned.class),
            type("event.migration-dispatched", MigrationDispatched.class),
            type("event.migration-running", MigrationRunning.class),
            type("event.rate-granted", RateGranted.class),
            type("event.rate-acknowledged", RateAcknowledged.class),
            type("event.migration-transferred", MigrationTransferred.class),
            type("event.migration-confirmed", MigrationConfirmed.class),
            type("event.migration-succeeded", MigrationSucceeded.class),
            type("event.migration-attempt-failed", MigrationAttemptFailed.class),
            type("event.migration-failed", MigrationFailed.class),
            type("event.migration-queried", MigrationQueried.class),
            type("event.migration-unresolved", MigrationUnresolved.class));

    /** What agents are told. */
    public static final List<MessageType> COMMANDS = List.of(
            type("command.start-migration", StartMigration.class),
            type("command.set-rate", SetRate.class),
            type("command.observe-vm", ObserveVm.class),
            type("command.release-source", ReleaseSource.class));

    /** What agents measure. */
    public static final List<MessageType> TELEMETRY =
            List.of(type("telemetry.migration-progress", MigrationProgress.class));

    /** What a zone puts aside of its state. */
    public static final List<MessageType> SNAPSHOTS =
            List.of(type("snapshot.chunk", SnapshotChunk.class), type("snapshot.footer", SnapshotFooter.class));

    /** The roots of the language: each record below one of them is listed above. */
    public static final List<Class<?>> ROOTS = List.of(
            Intent.class, Report.class, ZoneEvent.class, AgentCommand.class, Telemetry.class, SnapshotPart.class);

    private static final Map<Class<?>, MessageType> BY_BODY = Stream.of(
                    INTENTS, REPORTS, EVENTS, COMMANDS, TELEMETRY, SNAPSHOTS)
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
