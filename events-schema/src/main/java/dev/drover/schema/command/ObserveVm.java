package dev.drover.schema.command;

import dev.drover.schema.id.VmId;

/** To either end: say what libvirt knows of the vm, and change nothing. */
public record ObserveVm(VmId vm) implements AgentCommand {}
