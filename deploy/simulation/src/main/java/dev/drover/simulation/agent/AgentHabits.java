package dev.drover.simulation.agent;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.CommandGuard;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.Verdict;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.simulation.fleet.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How agents judge. Production's way, unless a test plants a bug. */
public interface AgentHabits {
    /** Production's way. */
    AgentHabits PRODUCTION = new AgentHabits() {};

    /** What to do with a command. */
    default Verdict judge(AgentState state, CommandMessage command, Instant now, Duration skew) {
        return CommandGuard.judge(state, command, now, skew);
    }

    /** Whether this is written down. */
    default boolean journals(JournalEntry entry) {
        return true;
    }

    /** What is reported of a guest that is seen like this. */
    default Optional<VmState> reported(Optional<VmState> seen) {
        return seen;
    }

    /** What else is done once an attempt has ended. */
    default void ended(Fleet fleet, HostId host, VmId vm, SourceVerdict verdict) {}
}
