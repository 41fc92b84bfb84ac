package dev.drover.schema.command;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.unit.Bytes;

/** To the destination: see whether the vm fits, make ready to take it from {@code source}, and say so. */
public record PrepareDestination(VmId vm, VmName name, Bytes memory, HostId source) implements AgentCommand {}
