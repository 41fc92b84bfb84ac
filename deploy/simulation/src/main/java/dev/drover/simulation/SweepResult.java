package dev.drover.simulation;

import dev.drover.simulation.scenario.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of many seeds.
 *
 * @param seeds how many were run, each twice
 * @param steps how many things happened, counting each seed once
 * @param faults how often each kind really happened, counting each seed once; kinds that never did are there too
 */
public record SweepResult(
        long seeds, long steps, SortedMap<FaultKind, Long> faults, List<Violation> violations, Duration elapsed) {
    /** Copies both. */
    public SweepResult {
        faults = new TreeMap<>(faults);
        violations = List.copyOf(violations);
    }
}
