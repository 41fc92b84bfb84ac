package dev.drover.schema.command;

import dev.drover.schema.id.VmId;

/** To the destination: the vm does not come; remove what was made ready for it. A vm that runs there is left alone. */
public record CleanupDestination(VmId vm) implements AgentCommand {}
