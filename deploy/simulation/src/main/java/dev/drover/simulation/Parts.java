package dev.drover.simulation;

import dev.drover.simulation.agent.AgentHabits;
import dev.drover.simulation.node.Workshop;

/** What the simulated machines are made of. */
public record Parts(Workshop workshop, AgentHabits habits) {
    /** What production is made of. */
    public static final Parts PRODUCTION = new Parts(Workshop.PRODUCTION, AgentHabits.PRODUCTION);
}
