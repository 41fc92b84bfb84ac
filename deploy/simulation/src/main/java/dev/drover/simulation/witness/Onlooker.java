package dev.drover.simulation.witness;

import java.time.Instant;

/** Sees what happens, and when. */
@FunctionalInterface
public interface Onlooker {
    /** Called at once; {@code at} is the true time, which no machine in the world knows for certain. */
    void saw(Instant at, Happening happening);
}
