package dev.drover.simulation.scenario;

/**
 * Something an operator asks for.
 *
 * @param atMs when, counted from the beginning
 * @param id the intent's, which may be that of another: then it is asked for twice
 */
public record IntentPlan(long atMs, String zone, String id, Kind kind, String host) {
    /** What is asked for. */
    public enum Kind {
        /** To empty a host. */
        EVACUATE_HOST
    }
}
