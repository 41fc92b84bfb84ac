package dev.drover.simulation.scenario;

/**
 * Something an operator asks for.
 *
 * @param atMs when, counted from the beginning
 * @param id the intent's, which may be that of another: then it is asked for twice
 */
public record IntentPlan(long atMs, String zone, String id, Wish wish) {}
