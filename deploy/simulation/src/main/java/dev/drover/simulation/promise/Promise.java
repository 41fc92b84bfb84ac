package dev.drover.simulation.promise;

import dev.drover.simulation.witness.Happening;
import java.util.List;

/** Something that must hold whatever happens. Each looks for itself, and believes nobody's sums but its own. */
public interface Promise {
    /** Its number in the design, {@code I3}, or a word of its own. */
    String id();

    /** What breaks it in what just happened, in words for people; usually nothing. */
    List<String> brokenBy(Happening happening);
}
