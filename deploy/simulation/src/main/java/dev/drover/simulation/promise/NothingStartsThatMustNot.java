package dev.drover.simulation.promise;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.Window;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The operators' brakes hold: nothing starts in a frozen zone, nor outside an intent's window; nothing is planned or
 * started for an intent that is paused, is being cancelled, or is over.
 */
final class NothingStartsThatMustNot implements Promise {
    private final Ledgers ledgers = new Ledgers();
    private final TreeMap<ZoneId, Brakes> zones = new TreeMap<>();

    private static final class Brakes {
        private final Set<IntentId> paused = new TreeSet<>();
        private final Set<IntentId> ending = new TreeSet<>();
        private final TreeMap<IntentId, Window> windows = new TreeMap<>();
        private boolean frozen;
    }

    @Override
    public String id() {
        return "brakes";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        List<String> broken = new ArrayList<>();
        if (happening instanceof Happening.Committed committed) {
            Brakes brakes = zones.computeIfAbsent(committed.zone(), unused -> new Brakes());
            Ledger ledger = ledgers.of(committed.zone());
            for (EventMessage event : committed.events()) {
                ledger.add(event.event());
                begun(event.event())
                        .flatMap(begun -> ledger.intentOf(begun.migration())
                                .flatMap(intent -> against(
                                        brakes, intent, begun, event.head().at())))
                        .ifPresent(why -> broken.add(why + ", and yet: " + event.event()));
                follow(brakes, event.event());
            }
        }
        return broken;
    }

    private static Optional<MigrationEvent> begun(ZoneEvent event) {
        return switch (event) {
            case MigrationPlanned planned -> Optional.of(planned);
            case MigrationDispatched sent -> Optional.of(sent);
            default -> Optional.empty();
        };
    }

    private static Optional<String> against(Brakes brakes, IntentId intent, MigrationEvent begun, Instant at) {
        if (brakes.paused.contains(intent)) {
            return Optional.of(intent + " is paused");
        }
        if (brakes.ending.contains(intent)) {
            return Optional.of(intent + " is being cancelled, or over");
        }
        if (begun instanceof MigrationDispatched) {
            return brakes.frozen
                    ? Optional.of("the zone is frozen")
                    : Optional.ofNullable(brakes.windows.get(intent))
                            .filter(window -> at.isBefore(window.from()) || !at.isBefore(window.until()))
                            .map(window -> intent + " may start from " + window.from() + " until " + window.until());
        }
        return Optional.empty();
    }

    private static void follow(Brakes brakes, ZoneEvent event) {
        switch (event) {
            case IntentAccepted accepted -> {
                if (accepted.accepted() instanceof EvacuateHosts evacuate) {
                    evacuate.window().ifPresent(window -> brakes.windows.put(evacuate.intent(), window));
                }
            }
            case IntentPaused paused -> brakes.paused.add(paused.intent());
            case IntentResumed resumed -> brakes.paused.remove(resumed.intent());
            case IntentCancelRequested cancel -> brakes.ending.add(cancel.intent());
            case IntentEnded ended -> brakes.ending.add(ended.intent());
            case ZoneFrozen frozen -> brakes.frozen = true;
            case ZoneThawed thawed -> brakes.frozen = false;
            default -> {} // is no brake
        }
    }
}
