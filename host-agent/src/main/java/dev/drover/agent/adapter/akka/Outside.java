package dev.drover.agent.adapter.akka;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.Journal;
import dev.drover.schema.id.HostId;
import java.time.InstantSource;

/** All that the actors of one agent have to do with the world. */
public record Outside(
        HostId host,
        Hypervisor hypervisor,
        Journal journal,
        Reports reports,
        Samples samples,
        InstantSource clock,
        Uptime uptime,
        Pace pace) {}
