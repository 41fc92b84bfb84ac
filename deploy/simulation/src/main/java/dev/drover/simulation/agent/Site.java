package dev.drover.simulation.agent;

import dev.drover.schema.id.HostId;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Witness;

/** What surrounds one host's agent, in all its lives. */
record Site(
        HostId host,
        SimTopics topics,
        Fleet fleet,
        Machine machine,
        VirtualTime time,
        Chance chance,
        Witness witness,
        AgentHabits habits) {}
