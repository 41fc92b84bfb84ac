package dev.drover.schema.command;

import dev.drover.schema.id.VmId;

/** To the source: stop the migration while that leaves the guest running here. Harmless when it is over. */
public record AbortMigration(VmId vm) implements AgentCommand {}
