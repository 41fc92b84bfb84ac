package dev.drover.simulation;

import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.message.EventMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What operators know of a zone, who read its events and nothing else. */
final class Watch {
    private final TreeMap<VmId, MigrationId> newest = new TreeMap<>();
    private final TreeMap<MigrationId, MigrationPlanned> plans = new TreeMap<>();
    private final Set<MigrationId> unresolved = new TreeSet<>();
    private final Set<IntentId> paused = new TreeSet<>();
    private boolean frozen;

    void read(List<EventMessage> events) {
        events.forEach(event -> read(event.event()));
    }

    /** The vm's newest migration. */
    Optional<MigrationId> migrationOf(VmId vm) {
        return Optional.ofNullable(newest.get(vm));
    }

    /** The migrations that wait for an operator, in the order of their names. */
    List<MigrationPlanned> unresolved() {
        List<MigrationPlanned> waiting = new ArrayList<>();
        unresolved.forEach(one -> Optional.ofNullable(plans.get(one)).ifPresent(waiting::add));
        return waiting;
    }

    /** The intents that go on only when they are resumed. */
    List<IntentId> paused() {
        return List.copyOf(paused);
    }

    /** Whether nothing starts until the zone is thawed. */
    boolean isFrozen() {
        return frozen;
    }

    private void read(ZoneEvent event) {
        switch (event) {
            case MigrationPlanned plan -> {
                plans.put(plan.migration(), plan);
                newest.put(plan.vm(), plan.migration());
            }
            case MigrationUnresolved waiting -> unresolved.add(waiting.migration());
            case MigrationLost lost -> unresolved.add(lost.migration());
            case MigrationResolved resolved -> unresolved.remove(resolved.migration());
            case IntentPaused stopped -> paused.add(stopped.intent());
            case IntentResumed resumed -> paused.remove(resumed.intent());
            case IntentEnded ended -> paused.remove(ended.intent());
            case ZoneFrozen stopped -> frozen = true;
            case ZoneThawed thawed -> frozen = false;
            default -> {} // is of no use to an operator here
        }
    }
}
