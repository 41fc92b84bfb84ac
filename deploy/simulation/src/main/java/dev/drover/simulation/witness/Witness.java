package dev.drover.simulation.witness;

/** Sees what happens. */
@FunctionalInterface
public interface Witness {
    /** Called at once, within whatever is happening. */
    void saw(Happening happening);
}
