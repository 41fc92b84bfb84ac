package dev.drover.agent.domain.converge;

import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;

/** What is to be done about a migration, with the figures that speak for it. In the order of what it costs the guest. */
public sealed interface Decision {
    /** On what it rests. */
    Figures figures();

    /** The scheduler is asked for this rate. */
    record AskBandwidth(BitsPerSecond wanted, Figures figures) implements Decision {}

    /** The guest may be stopped for so long at the end; within its objective. */
    record RaiseDowntime(Duration limit, Figures figures) implements Decision {}

    /** The guest is slowed down, ever more, until it writes less than is sent. */
    record SlowDown(Figures figures) implements Decision {}

    /** The guest goes on at the destination now, and what is missing follows. */
    record SwitchToPostCopy(Figures figures) implements Decision {}

    /** The guest is stopped until all of it is there: about so long. */
    record Pause(Duration expected, Figures figures) implements Decision {}

    /** The migration is ended, the guest stays where it is and never noticed. */
    record Abort(String why, Figures figures) implements Decision {}
}
