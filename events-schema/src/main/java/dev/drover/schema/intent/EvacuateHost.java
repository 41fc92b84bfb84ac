package dev.drover.schema.intent;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** Bring every vm of {@code host} to other hosts, and let no vm come to it meanwhile. */
public record EvacuateHost(IntentId intent, HostId host) implements Intent {}
