package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;

/** The hosts of this evacuation may be used again; {@code by} asked for it. */
public record HostsReleased(IntentId intent, IntentId by) implements IntentEvent {}
