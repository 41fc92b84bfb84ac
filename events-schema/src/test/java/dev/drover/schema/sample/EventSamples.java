package dev.drover.schema.sample;

import static dev.drover.schema.sample.Parts.ATTEMPT;
import static dev.drover.schema.sample.Parts.COMMAND;
import static dev.drover.schema.sample.Parts.DESTINATION;
import static dev.drover.schema.sample.Parts.DISK;
import static dev.drover.schema.sample.Parts.EVIDENCE;
import static dev.drover.schema.sample.Parts.FACTS;
import static dev.drover.schema.sample.Parts.FIGURES;
import static dev.drover.schema.sample.Parts.INTENT;
import static dev.drover.schema.sample.Parts.LATER;
import static dev.drover.schema.sample.Parts.MARK;
import static dev.drover.schema.sample.Parts.MIGRATION;
import static dev.drover.schema.sample.Parts.NAME;
import static dev.drover.schema.sample.Parts.NODE;
import static dev.drover.schema.sample.Parts.OTHER_INTENT;
import static dev.drover.schema.sample.Parts.OTHER_VM;
import static dev.drover.schema.sample.Parts.RATE;
import static dev.drover.schema.sample.Parts.SOURCE;
import static dev.drover.schema.sample.Parts.TOPOLOGY;
import static dev.drover.schema.sample.Parts.VM;
import static java.util.Map.entry;

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
import dev.drover.schema.event.IntentOutcome;
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
import dev.drover.schema.event.SetAsideReason;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.VmUnblocked;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the log. */
final class EventSamples {
    private static final String TOO_BIG = "no host has 256 GiB free; the most is 190 GiB on r2-h4";
    private static final String UNREACHABLE = "unable to connect to server at '10.1.2.4:49152'";

    static final Map<String, ZoneEvent> EVENTS = Map.ofEntries(
            entry("event.zone-ownership-taken", new ZoneOwnershipTaken(NODE, new Epoch(12))),
            entry("event.host-inventory-recorded", new HostInventoryRecorded(FACTS)),
            entry("event.intent-accepted", new IntentAccepted(EvacuateHosts.of(INTENT, SOURCE))),
            entry("event.intent-refused", new IntentRefused(INTENT, "host r1-h1 is not known in zone fra1")),
            entry("event.vm-blocked", new VmBlocked(INTENT, OTHER_VM, TOO_BIG)),
            entry(
                    "event.intent-ended",
                    new IntentEnded(
                            INTENT, IntentOutcome.PARTIAL, List.of(new IntentEnded.BlockedVm(OTHER_VM, TOO_BIG)), 312)),
            entry("event.intent-ended+cancelled", IntentEnded.of(INTENT, IntentOutcome.CANCELLED, List.of())),
            entry("event.intent-ended+completed", IntentEnded.of(INTENT, IntentOutcome.COMPLETED, List.of())),
            entry(
                    "event.migration-planned",
                    new MigrationPlanned(
                            MIGRATION, INTENT, VM, NAME, Bytes.gibibytes(8), SOURCE, DESTINATION, List.of(DISK))),
            entry("event.migration-preparing", new MigrationPreparing(MIGRATION, ATTEMPT, COMMAND, LATER)),
            entry("event.migration-prepared", new MigrationPrepared(MIGRATION, ATTEMPT, CopyMode.FULL)),
            entry("event.migration-dispatched", new MigrationDispatched(MIGRATION, ATTEMPT, COMMAND, RATE, LATER)),
            entry("event.migration-running", new MigrationRunning(MIGRATION, ATTEMPT, RATE, LATER)),
            entry("event.rate-granted", new RateGranted(MIGRATION, ATTEMPT, COMMAND, RATE, LATER)),
            entry("event.rate-acknowledged", new RateAcknowledged(MIGRATION, ATTEMPT, COMMAND, RATE)),
            entry(
                    "event.migration-transferred",
                    new MigrationTransferred(MIGRATION, ATTEMPT, COMMAND, Optional.of(FIGURES), LATER)),
            entry(
                    "event.migration-transferred+no-figures",
                    new MigrationTransferred(MIGRATION, ATTEMPT, COMMAND, Optional.empty(), LATER)),
            entry("event.migration-confirmed", new MigrationConfirmed(MIGRATION, COMMAND, LATER)),
            entry("event.migration-succeeded", new MigrationSucceeded(MIGRATION)),
            entry(
                    "event.migration-attempt-failed",
                    new MigrationAttemptFailed(
                            MIGRATION, ATTEMPT, FailureKind.DESTINATION_UNREACHABLE, UNREACHABLE, LATER)),
            entry(
                    "event.migration-failed",
                    new MigrationFailed(MIGRATION, FailureKind.DESTINATION_UNREACHABLE, UNREACHABLE)),
            entry("event.migration-queried", new MigrationQueried(MIGRATION, COMMAND, DESTINATION, LATER)),
            entry(
                    "event.migration-severed",
                    new MigrationSevered(MIGRATION, ATTEMPT, COMMAND, "post-copy failed", LATER)),
            entry("event.migration-lost", new MigrationLost(MIGRATION, "the destination does not know it")),
            entry(
                    "event.migration-unresolved",
                    new MigrationUnresolved(MIGRATION, "the destination has it as PAUSED", true)),
            entry(
                    "event.migration-stayed",
                    new MigrationStayed(
                            MIGRATION,
                            ATTEMPT,
                            COMMAND,
                            FailureKind.DESTINATION_UNREACHABLE,
                            "Connection reset by peer",
                            false,
                            LATER)),
            entry("event.intent-paused", new IntentPaused(INTENT, OTHER_INTENT)),
            entry("event.intent-resumed", new IntentResumed(INTENT, OTHER_INTENT)),
            entry("event.intent-cancel-requested", new IntentCancelRequested(INTENT, OTHER_INTENT)),
            entry("event.intent-overdue", new IntentOverdue(INTENT, LATER)),
            entry("event.vm-unblocked", new VmUnblocked(INTENT, OTHER_VM, OTHER_INTENT)),
            entry("event.hosts-released", new HostsReleased(INTENT, OTHER_INTENT)),
            entry(
                    "event.migration-cancel-requested",
                    new MigrationCancelRequested(MIGRATION, ATTEMPT, OTHER_INTENT, COMMAND, LATER)),
            entry("event.migration-cancelled", new MigrationCancelled(MIGRATION, "stopped in its second pass")),
            entry(
                    "event.migration-resolved",
                    new MigrationResolved(MIGRATION, OperatorVerdict.AT_DESTINATION, EVIDENCE, OTHER_INTENT)),
            entry("event.topology-changed", new TopologyChanged(TOPOLOGY)),
            entry("event.policy-changed", new PolicyChanged(ZonePolicy.standard())),
            entry("event.host-cordoned", new HostCordoned(SOURCE, OTHER_INTENT)),
            entry("event.host-uncordoned", new HostUncordoned(SOURCE, OTHER_INTENT)),
            entry("event.host-forgotten", new HostForgotten(SOURCE, OTHER_INTENT)),
            entry("event.host-quarantined", new HostQuarantined(SOURCE, "its clock is 7 s behind")),
            entry("event.host-trusted", new HostTrusted(SOURCE)),
            entry("event.zone-frozen", new ZoneFrozen(OTHER_INTENT)),
            entry("event.zone-thawed", new ZoneThawed(OTHER_INTENT)),
            entry("event.vm-forgotten", new VmForgotten(VM, OTHER_INTENT)),
            entry("event.inbox-read", new InboxRead(List.of(MARK))),
            entry("event.inbox-read+nothing-heard", new InboxRead(List.of())),
            entry(
                    "event.input-set-aside",
                    new InputSetAside(
                            SetAsideReason.UNKNOWN_TYPE,
                            Optional.empty(),
                            "type 'dev.drover.intent.evacuate' is not known here")),
            entry("event.schema-level-raised", new SchemaLevelRaised(2)));

    private EventSamples() {}
}
