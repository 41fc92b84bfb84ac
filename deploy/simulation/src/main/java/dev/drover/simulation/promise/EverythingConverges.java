package dev.drover.simulation.promise;

import dev.drover.scheduler.engine.ZonePhase;
import dev.drover.schema.id.ZoneId;
import dev.drover.simulation.witness.Happening;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * I20: once faults have stopped, everything comes to its end in bounded time, or waits, named, for an operator. Until
 * then nobody stumbles over a mistake of Drover's, nor stops for somebody to act whose log is sound.
 */
final class EverythingConverges implements Promise {
    private static final String MISTAKE = "mistake of Drover's";

    private final Set<ZoneId> spoiled = new TreeSet<>();

    @Override
    public String id() {
        return "I20";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.EventSpoiled event -> {
                spoiled.add(event.zone());
                yield List.of();
            }
            case Happening.OwnershipEnded ended
            when !isExcused(ended) ->
                List.of(ended.by() + " has " + ended.zone() + " " + ended.phase() + ": " + ended.why());
            case Happening.Ended ended when !ended.quiet() -> List.of("still to do: " + ended.leftToDo());
            default -> List.of();
        };
    }

    private boolean isExcused(Happening.OwnershipEnded ended) {
        boolean sound = !spoiled.contains(ended.zone());
        return !ended.why().contains(MISTAKE) && !(ended.phase() == ZonePhase.FAILED && sound);
    }
}
