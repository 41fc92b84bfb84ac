package dev.drover.simulation.promise;

import dev.drover.simulation.witness.Happening;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** I11: a hypervisor is asked once to start an attempt, however often its command is delivered. */
final class OneStartPerAttempt implements Promise {
    private final Set<String> started = new TreeSet<>();

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Started start)) {
            return List.of();
        }
        String name = start.host() + " starts " + start.migration() + " attempt "
                + start.attempt().value();
        return started.add(name) ? List.of() : List.of(name + " a second time");
    }
}
