package dev.drover.simulation.agent;

import dev.drover.agent.domain.CommandGuard;
import dev.drover.agent.domain.Guard;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Hypervisor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.simulation.fleet.Fleet;

/** How agents behave. Production's way, unless a test plants a bug. */
public interface AgentHabits {
    /** Production's way. */
    AgentHabits PRODUCTION = new AgentHabits() {};

    /** How commands are judged. */
    default Guard guard() {
        return CommandGuard::judge;
    }

    /** Its hypervisor, as it uses it. */
    default Hypervisor hypervisor(Hypervisor real) {
        return real;
    }

    /** Whether this is written down. */
    default boolean journals(JournalEntry entry) {
        return true;
    }

    /** What is said instead of this. */
    default Report says(Report report) {
        return report;
    }

    /** What else is done once an attempt has ended. */
    default void ended(Fleet fleet, HostId host, VmId vm, SourceVerdict verdict) {}
}
