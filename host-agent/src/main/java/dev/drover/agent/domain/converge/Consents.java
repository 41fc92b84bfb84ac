package dev.drover.agent.domain.converge;

import java.time.Duration;
import java.util.Optional;

/**
 * What the owner of a guest allows to be done to it.
 *
 * @param autoConverge it may be slowed down
 * @param postCopy it may run at the destination before all of its memory is there: if the path breaks then, it is lost
 * @param pause for how long it may be stopped outright, if it may: longer than its blackout objective, or this is no use
 */
public record Consents(boolean autoConverge, boolean postCopy, Optional<Duration> pause) {
    /** Pre-copy within the blackout objective, and nothing else. */
    public static final Consents NONE = new Consents(false, false, Optional.empty());

    /** All but being stopped for longer than the objective. */
    public static final Consents ALL_BUT_PAUSE = new Consents(true, true, Optional.empty());
}
