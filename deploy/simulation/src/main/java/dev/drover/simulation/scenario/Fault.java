package dev.drover.simulation.scenario;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * @param atMs when, counted from the beginning
 * @param target the name of the node, zone or host
 * @param forMs how long it lasts, where it lasts; by how much a clock is wrong, where it is one
 */
public record Fault(long atMs, FaultKind kind, String target, long forMs) {
    /** When, counted from the beginning. */
    public Duration after() {
        return Duration.ofMillis(atMs);
    }

    /** How long it lasts. */
    public Duration lasting() {
        return Duration.ofMillis(forMs);
    }
}
