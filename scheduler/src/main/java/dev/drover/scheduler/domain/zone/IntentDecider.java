package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.state.NewTask;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
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
import dev.drover.schema.intent.LastingIntent;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.RetryMigration;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import java.util.List;
import java.util.Optional;

/**
 * Accepts an intent and carries it out, or refuses it with the reason. One that was answered before is not answered
 * again. What takes no time ends in the same breath.
 */
final class IntentDecider {
    private IntentDecider() {}

    static void decide(Turn turn, Intent intent) {
        if (turn.state().intents().knows(intent.intent())) {
            return;
        }
        Optional<String> objection = objection(turn, intent);
        if (objection.isPresent()) {
            turn.record(new IntentRefused(intent.intent(), objection.get()));
            return;
        }
        boolean lasts = NewTask.of(turn.state(), intent).isPresent();
        turn.record(new IntentAccepted(intent));
        carryOut(turn, intent);
        if (!lasts) {
            turn.record(IntentEnded.of(intent.intent(), IntentOutcome.COMPLETED, List.of()));
        }
    }

    private static Optional<String> objection(Turn turn, Intent intent) {
        return switch (intent) {
            case EvacuateHosts evacuate -> LastingOrders.objection(turn, evacuate);
            case ReleaseHosts release -> LastingOrders.objection(turn.state(), release);
            case MigrateVm migrate -> LastingOrders.objection(turn, migrate);
            case PauseIntent pause -> TaskOrders.objection(turn.state(), pause);
            case ResumeIntent resume -> TaskOrders.objection(turn.state(), resume);
            case CancelIntent cancel -> TaskOrders.objection(turn.state(), cancel);
            case CancelMigration cancel -> MigrationOrders.objection(turn.state(), cancel);
            case RetryMigration retry -> MigrationOrders.objection(turn.state(), retry);
            case ResolveMigration resolve -> MigrationOrders.objection(turn.state(), resolve);
            case CordonHost cordon -> ZoneOrders.unknown(turn.state(), cordon.host());
            case UncordonHost uncordon -> ZoneOrders.unknown(turn.state(), uncordon.host());
            case ForgetHost forget -> ZoneOrders.objection(turn.state(), forget);
            case ForgetVm forget -> ZoneOrders.objection(turn.state(), forget);
            case ChangeTopology change -> Optional.empty();
            case ChangePolicy change -> Optional.empty();
            case FreezeZone freeze -> Optional.empty();
            case ThawZone thaw -> Optional.empty();
        };
    }

    private static void carryOut(Turn turn, Intent intent) {
        switch (intent) {
            case ReleaseHosts release -> LastingOrders.carryOut(turn, release);
            case LastingIntent later -> {} // it is a task now: planning and settling do the rest
            case PauseIntent pause -> TaskOrders.carryOut(turn, pause);
            case ResumeIntent resume -> TaskOrders.carryOut(turn, resume);
            case CancelIntent cancel -> TaskOrders.carryOut(turn, cancel);
            case CancelMigration cancel -> MigrationOrders.carryOut(turn, cancel);
            case RetryMigration retry -> MigrationOrders.carryOut(turn, retry);
            case ResolveMigration resolve -> MigrationOrders.carryOut(turn, resolve);
            case CordonHost cordon -> ZoneOrders.carryOut(turn, cordon);
            case UncordonHost uncordon -> ZoneOrders.carryOut(turn, uncordon);
            case ForgetHost forget -> ZoneOrders.carryOut(turn, forget);
            case ForgetVm forget -> ZoneOrders.carryOut(turn, forget);
            case ChangeTopology change -> ZoneOrders.carryOut(turn, change);
            case ChangePolicy change -> ZoneOrders.carryOut(turn, change);
            case FreezeZone freeze -> ZoneOrders.carryOut(turn, freeze);
            case ThawZone thaw -> ZoneOrders.carryOut(turn, thaw);
        }
    }
}
