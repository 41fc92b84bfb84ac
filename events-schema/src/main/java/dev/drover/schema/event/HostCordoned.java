package dev.drover.schema.event;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** No further vm comes to the host; {@code by} asked for it. */
public record HostCordoned(HostId host, IntentId by) implements HostEvent {}
