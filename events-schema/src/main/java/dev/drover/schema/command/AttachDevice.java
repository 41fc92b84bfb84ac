package dev.drover.schema.command;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.VmId;

/** To the host where the vm runs: give it back the device it was moved without. */
public record AttachDevice(VmId vm, DeviceId device) implements AgentCommand {}
