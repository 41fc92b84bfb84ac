package dev.drover.scheduler.domain.state;

import dev.drover.schema.event.HostEvent;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.PolicyChanged;
import dev.drover.schema.event.SchemaLevelRaised;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.message.EventMessage;
import java.util.Optional;

/** The only way a zone's state changes. Total: no checks, no IO; what is in the log has happened. */
public final class ZoneEvolver {
    private ZoneEvolver() {}

    /** The state after the next record of the log. */
    public static ZoneState evolve(ZoneState state, EventMessage message) {
        return apply(state.with(state.progress().with(message)), message.event());
    }

    private static ZoneState apply(ZoneState state, ZoneEvent event) {
        return switch (event) {
            case ZoneOwnershipTaken taken -> state;
            case SchemaLevelRaised raised -> state.with(state.progress().at(raised.level()));
            case InboxRead read -> state.with(state.progress().hearing(read.heard()));
            case InputSetAside aside -> state;
            case TopologyChanged changed -> state.with(state.rules().with(changed.topology()));
            case PolicyChanged changed -> state.with(state.rules().with(changed.policy()));
            case ZoneFrozen frozen -> state.with(state.rules().frozen(Optional.of(frozen.by())));
            case ZoneThawed thawed -> state.with(state.rules().frozen(Optional.empty()));
            case HostEvent host -> state.with(state.inventory().evolve(host));
            case VmForgotten gone -> state.with(state.inventory().without(gone.vm()));
            case IntentEvent intent -> intent(state, intent);
            case MigrationEvent migration -> MigrationSteps.apply(state, migration);
        };
    }

    private static ZoneState intent(ZoneState state, IntentEvent event) {
        ZoneState after = state.with(state.intents().evolve(event, state.events()));
        return switch (event) {
            case IntentAccepted accepted ->
                NewTask.of(after, accepted.accepted())
                        .map(task -> after.with(after.intents().with(task)))
                        .orElse(after);
            case IntentEnded ended -> after.with(after.migrations().forgetting(ended.intent()));
            case IntentEvent other -> after;
        };
    }
}
