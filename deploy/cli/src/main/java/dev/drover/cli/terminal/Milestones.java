package dev.drover.cli.terminal;

import dev.drover.cli.zone.MigrationStory;
import dev.drover.cli.zone.ZoneView;
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
import java.util.Optional;

/** The events that people want to hear of, each as a sentence. Pure. */
public final class Milestones {
    private Milestones() {}

    /** The sentence for {@code event}, where it deserves one; {@code view} is the zone after it. */
    public static Optional<String> tell(ZoneEvent event, ZoneView view) {
        return switch (event) {
            case ZoneOwnershipTaken taken ->
                Optional.of("scheduler " + taken.node() + " owns the zone, epoch "
                        + taken.epoch().value());
            case IntentAccepted accepted -> Optional.of("intent " + accepted.intent() + " accepted");
            case IntentRefused refused -> Optional.of("intent " + refused.intent() + " refused: " + refused.why());
            case VmBlocked blocked -> Optional.of("stays: " + blocked.why());
            case IntentEnded ended -> Optional.of("intent " + ended.intent() + " ended: " + ended.outcome());
            case IntentPaused paused -> Optional.of("intent " + paused.intent() + " paused");
            case IntentResumed resumed -> Optional.of("intent " + resumed.intent() + " goes on");
            case IntentCancelRequested asked -> Optional.of("intent " + asked.intent() + " is being cancelled");
            case IntentOverdue late ->
                Optional.of("intent " + late.intent() + " has passed its deadline " + late.deadline());
            case HostsReleased released -> Optional.of("hosts of " + released.intent() + " may be used again");
            case VmUnblocked unblocked -> Optional.of("tried again: vm " + unblocked.vm());
            case HostQuarantined host -> Optional.of("host " + host.host() + " is left out: " + host.why());
            case HostTrusted host -> Optional.of("host " + host.host() + " takes part again");
            case HostForgotten host -> Optional.of("host " + host.host() + " was forgotten");
            case VmForgotten vm -> Optional.of("vm " + vm.vm() + " was forgotten");
            case ZoneFrozen frozen -> Optional.of("the zone is frozen: nothing is started");
            case ZoneThawed thawed -> Optional.of("the zone goes on");
            case InputSetAside aside -> Optional.of("an input was put aside: " + aside.why());
            case HostInventoryRecorded recorded -> Optional.empty();
            case HostCordoned cordoned -> Optional.empty();
            case HostUncordoned uncordoned -> Optional.empty();
            case TopologyChanged changed -> Optional.empty();
            case PolicyChanged changed -> Optional.empty();
            case SchemaLevelRaised raised -> Optional.empty();
            case InboxRead read -> Optional.empty();
            case MigrationEvent about ->
                Optional.ofNullable(view.stories().get(about.migration())).flatMap(story -> tell(about, story));
        };
    }

    private static Optional<String> tell(MigrationEvent event, MigrationStory story) {
        String vm = story.plan().name().value();
        return switch (event) {
            case MigrationDispatched sent ->
                Optional.of(vm + " leaves " + story.plan().source() + " for "
                        + story.plan().destination() + " at " + Human.rate(sent.rate())
                        + (sent.attempt().value() > 1
                                ? ", attempt " + sent.attempt().value()
                                : ""));
            case MigrationSucceeded done ->
                Optional.of(vm + " runs on " + story.plan().destination() + figures(story));
            case MigrationAttemptFailed failed -> Optional.of(vm + " will be tried again: " + failed.detail());
            case MigrationFailed failed -> Optional.of(vm + " stays where it was: " + failed.detail());
            case MigrationUnresolved unclear -> Optional.of(vm + " needs an operator: " + unclear.evidence());
            case MigrationSevered severed ->
                Optional.of(vm + " has been cut off from what it left behind: " + severed.detail());
            case MigrationLost lost -> Optional.of(vm + " is lost and needs an operator: " + lost.evidence());
            case MigrationQueried queried -> Optional.of("nothing heard of " + vm + ", asking " + queried.host());
            case MigrationCancelRequested asked -> Optional.of(vm + " is being stopped");
            case MigrationCancelled stopped -> Optional.of(vm + " stays where it was: " + stopped.detail());
            case MigrationResolved resolved ->
                Optional.of(vm + " was found " + resolved.verdict() + ": " + resolved.evidence());
            case MigrationStayed stays -> Optional.empty();
            case MigrationPlanned planned -> Optional.empty();
            case MigrationPreparing preparing -> Optional.empty();
            case MigrationPrepared prepared -> Optional.empty();
            case MigrationRunning running -> Optional.empty();
            case MigrationTransferred left -> Optional.empty();
            case MigrationConfirmed confirmed -> Optional.empty();
            case RateGranted granted -> Optional.empty();
            case RateAcknowledged acknowledged -> Optional.empty();
        };
    }

    private static String figures(MigrationStory story) {
        String took = story.took().map(time -> " after " + Human.duration(time)).orElse("");
        String blackout = story.figures()
                .flatMap(figures -> figures.blackout())
                .map(time -> ", blackout " + Human.duration(time))
                .orElse("");
        return took + blackout;
    }
}
