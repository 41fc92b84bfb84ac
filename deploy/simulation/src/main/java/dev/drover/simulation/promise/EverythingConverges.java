package dev.drover.simulation.promise;

import dev.drover.simulation.witness.Happening;
import java.util.List;

/** I20: once faults have stopped, everything comes to its end in bounded time, or waits, named, for an operator. */
final class EverythingConverges implements Promise {
    @Override
    public String id() {
        return "I20";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Ended ended when !ended.quiet() -> List.of("still to do: " + ended.leftToDo());
            case Happening.Halted halted -> List.of(halted.by() + " halted " + halted.zone() + ": " + halted.why());
            default -> List.of();
        };
    }
}
