package dev.drover.simulation.promise;

import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Folded;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.List;
import java.util.TreeMap;

/** I14: what a node says the state is, is what anybody gets who reads the log's bytes from their beginning. */
final class ReplayGivesTheSameState implements Promise {
    private final TreeMap<ZoneId, Folded> replayed = new TreeMap<>();

    @Override
    public String id() {
        return "I14";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Committed committed -> {
                Folded before = replayed(committed.zone());
                ZoneState state = before.state();
                for (EventMessage event : committed.events()) {
                    state = ZoneEvolver.evolve(state, event);
                }
                replayed.put(committed.zone(), new Folded(state, committed.end().orElse(before.position())));
                yield List.of();
            }
            case Happening.Published published -> check(published);
            default -> List.of();
        };
    }

    /** One that has read less is behind, and will hear of it; one that claims to have read as much, or more, is wrong. */
    private List<String> check(Happening.Published published) {
        Folded shown = published.folded();
        Folded log = replayed(published.zone());
        boolean isBehind = shown.position().isBefore(log.position());
        return isBehind || shown.state().equals(log.state())
                ? List.of()
                : List.of(published.by() + " shows " + shown + " where the log says " + log);
    }

    private Folded replayed(ZoneId zone) {
        return replayed.computeIfAbsent(zone, Folded::empty);
    }
}
