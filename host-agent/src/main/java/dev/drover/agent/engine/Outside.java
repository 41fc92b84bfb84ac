package dev.drover.agent.engine;

import dev.drover.agent.domain.Guard;
import dev.drover.agent.port.Journal;
import dev.drover.schema.id.HostId;
import java.time.InstantSource;

/**
 * All that the parts of one agent have to do with the world.
 *
 * @param guard how commands are judged
 */
public record Outside(
        HostId host,
        Calls calls,
        Guard guard,
        Journal journal,
        Reports reports,
        Samples samples,
        InstantSource clock,
        Uptime uptime,
        Pace pace) {}
