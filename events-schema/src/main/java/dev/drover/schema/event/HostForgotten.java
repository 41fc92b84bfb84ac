package dev.drover.schema.event;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** The host and what it held count no longer; {@code by} said that it is gone. */
public record HostForgotten(HostId host, IntentId by) implements HostEvent {}
