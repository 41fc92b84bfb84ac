package dev.drover.agent.domain;

import dev.drover.schema.message.CommandMessage;
import java.time.Duration;
import java.time.Instant;

/** Judges commands; {@link CommandGuard#judge} says how. */
@FunctionalInterface
public interface Guard {
    /**
     * What to do with this one.
     *
     * @param now what time it is at least
     * @param skew how far clocks may differ
     */
    Verdict judge(AgentState state, CommandMessage command, Instant now, Duration skew);
}
