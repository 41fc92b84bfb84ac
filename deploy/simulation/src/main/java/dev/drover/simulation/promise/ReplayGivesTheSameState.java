package dev.drover.simulation.promise;

import dev.drover.scheduler.domain.zone.ZoneEvolver;
import dev.drover.scheduler.domain.zone.ZoneState;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.List;
import java.util.TreeMap;

/** I14: what a node says the state is, is what anybody gets who reads the log's bytes from their beginning. */
final class ReplayGivesTheSameState implements Promise {
    private final TreeMap<ZoneId, ZoneState> replayed = new TreeMap<>();

    @Override
    public String id() {
        return "I14";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Committed committed -> {
                ZoneState state = replayed(committed.zone());
                for (EventMessage event : committed.events()) {
                    state = ZoneEvolver.evolve(state, event);
                }
                replayed.put(committed.zone(), state);
                yield List.of();
            }
            case Happening.Published published -> check(published);
            default -> List.of();
        };
    }

    /** One that knows of less is behind, and will hear of it; one that knows of more, or otherwise, is wrong. */
    private List<String> check(Happening.Published published) {
        ZoneState shown = published.folded().state();
        ZoneState log = replayed(published.zone());
        if (shown.events() > log.events()) {
            return List.of(
                    published.by() + " shows a state of " + shown.events() + " events; the log has " + log.events());
        }
        boolean wrong = shown.events() == log.events() && !shown.equals(log);
        return wrong ? List.of(published.by() + " shows " + shown + " where the log says " + log) : List.of();
    }

    private ZoneState replayed(ZoneId zone) {
        return replayed.computeIfAbsent(zone, ZoneState::empty);
    }
}
