package dev.drover.cli.zone;

import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.TelemetryMessage;
import dev.drover.schema.telemetry.MigrationProgress;
import dev.drover.schema.telemetry.Telemetry;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A zone as its log and its telemetry show it: the scheduler's own state, folded by the scheduler's own code, and what
 * only a spectator keeps. Immutable.
 */
public record ZoneView(
        ZoneState state,
        Optional<NodeId> owner,
        PSortedMap<MigrationId, MigrationStory> stories,
        PSortedMap<MigrationId, MigrationProgress> progress,
        PSortedMap<IntentId, IntentEnded> ended,
        PSortedMap<IntentId, IntentRefused> refused) {
    /** Before anything was read. */
    public static ZoneView empty(ZoneId zone) {
        return new ZoneView(
                ZoneState.empty(zone),
                Optional.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty());
    }

    /** After the next event of the log. */
    public ZoneView after(EventMessage message) {
        ZoneView evolved = new ZoneView(ZoneEvolver.evolve(state, message), owner, stories, progress, ended, refused);
        return switch (message.event()) {
            case ZoneOwnershipTaken taken ->
                new ZoneView(evolved.state, Optional.of(taken.node()), stories, progress, ended, refused);
            case MigrationPlanned planned -> evolved.with(planned.migration(), MigrationStory.of(planned));
            case MigrationEvent event ->
                Optional.ofNullable(stories.get(event.migration()))
                        .map(story -> evolved.with(
                                event.migration(),
                                story.then(event, message.head().at())))
                        .orElse(evolved);
            case IntentEnded end ->
                new ZoneView(evolved.state, owner, stories, progress, ended.plus(end.intent(), end), refused);
            case IntentRefused refusal ->
                new ZoneView(evolved.state, owner, stories, progress, ended, refused.plus(refusal.intent(), refusal));
            case ZoneEvent other -> evolved;
        };
    }

    /** After a sample of telemetry. */
    public ZoneView after(TelemetryMessage message) {
        Telemetry sample = message.sample();
        return switch (sample) {
            case MigrationProgress one ->
                new ZoneView(state, owner, stories, progress.plus(one.migration(), one), ended, refused);
        };
    }

    private ZoneView with(MigrationId migration, MigrationStory story) {
        return new ZoneView(state, owner, stories.plus(migration, story), progress, ended, refused);
    }
}
