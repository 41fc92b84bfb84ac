package dev.drover.schema.intent;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** Vms may come to the host again. */
public record UncordonHost(IntentId intent, HostId host) implements Intent {}
