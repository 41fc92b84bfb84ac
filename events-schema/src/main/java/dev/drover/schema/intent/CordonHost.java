package dev.drover.schema.intent;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** Let no further vm come to the host. Its own stay. */
public record CordonHost(IntentId intent, HostId host) implements Intent {}
