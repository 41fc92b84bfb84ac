package dev.drover.schema.command;

import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;

/** To the source: the running migration may send at most this from now on. */
public record SetRate(VmId vm, BitsPerSecond rate) implements AgentCommand {}
