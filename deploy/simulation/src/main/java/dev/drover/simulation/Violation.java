package dev.drover.simulation;

import java.time.Instant;

/**
 * A promise that was broken.
 *
 * @param promise its number in the design, {@code I3}
 * @param seed of the scenario
 * @param step how many things had happened
 * @param at in virtual time
 */
public record Violation(String promise, long seed, long step, Instant at, String what) {}
