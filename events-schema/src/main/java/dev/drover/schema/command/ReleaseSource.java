package dev.drover.schema.command;

import dev.drover.schema.id.VmId;

/** To the source: the guest was seen running at the destination; remove the definition that stayed. */
public record ReleaseSource(VmId vm) implements AgentCommand {}
