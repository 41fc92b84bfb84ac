package dev.drover.simulation;

import dev.drover.simulation.scenario.FaultKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param steps how many things happened
 * @param faults how often each kind of fault really did
 * @param violations of the step at which it was stopped; none when all promises were kept
 * @param logHash SHA-256 over every byte that was committed, in order
 */
public record SimulationResult(
        long seed, long steps, SortedMap<FaultKind, Long> faults, List<Violation> violations, String logHash) {
    /** Copies both. */
    public SimulationResult {
        faults = new TreeMap<>(faults);
        violations = List.copyOf(violations);
    }
}
