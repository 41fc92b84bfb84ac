package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.ReportMark;
import org.pcollections.PSortedMap;

/** The only way a zone's state changes. Total: no checks, no IO; what is in the log has happened. */
public final class ZoneEvolver {
    private ZoneEvolver() {}

    /** The state after the next record of the log. */
    public static ZoneState evolve(ZoneState state, EventMessage message) {
        PSortedMap<HostId, ReportMark> marks = message.origin()
                .map(mark -> state.marks().plus(mark.host(), mark))
                .orElse(state.marks());
        ZoneState read = new ZoneState(
                state.zone(),
                message.epoch(),
                state.timeAt(message.head().at()),
                state.events() + 1,
                message.inboxOffset().or(state::inboxOffset),
                marks,
                state.inventory(),
                state.intents(),
                state.migrations());
        return apply(read, message.event());
    }

    private static ZoneState apply(ZoneState state, ZoneEvent event) {
        return switch (event) {
            case ZoneOwnershipTaken taken ->
                with(state, taken.epoch(), state.inventory(), state.intents(), state.migrations());
            case HostInventoryRecorded recorded ->
                with(
                        state,
                        state.epoch(),
                        state.inventory().with(recorded.facts()),
                        state.intents(),
                        state.migrations());
            case IntentEvent intent ->
                with(state, state.epoch(), state.inventory(), state.intents().evolve(intent), state.migrations());
            case MigrationEvent migration ->
                with(
                        state,
                        state.epoch(),
                        inventoryAfter(state, migration),
                        state.intents(),
                        state.migrations().evolve(migration, state.time()));
        };
    }

    private static Inventory inventoryAfter(ZoneState state, MigrationEvent event) {
        if (!(event instanceof MigrationSucceeded)) {
            return state.inventory();
        }
        return state.migrations()
                .find(event.migration())
                .map(migration -> migration.plan())
                .map(plan -> state.inventory()
                        .withMoved(
                                new VmFacts(plan.vm(), plan.name(), plan.memory(), VmState.RUNNING),
                                plan.source(),
                                plan.destination()))
                .orElse(state.inventory());
    }

    private static ZoneState with(
            ZoneState state, Epoch epoch, Inventory inventory, Intents intents, Migrations migrations) {
        return new ZoneState(
                state.zone(),
                epoch,
                state.time(),
                state.events(),
                state.inboxOffset(),
                state.marks(),
                inventory,
                intents,
                migrations);
    }
}
