package dev.drover.schema.intent;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** The host is gone for good: count it and what it held no longer. */
public record ForgetHost(IntentId intent, HostId host) implements Intent {}
