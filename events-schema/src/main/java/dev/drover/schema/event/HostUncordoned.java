package dev.drover.schema.event;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** Vms may come to the host again; {@code by} asked for it. */
public record HostUncordoned(HostId host, IntentId by) implements HostEvent {}
