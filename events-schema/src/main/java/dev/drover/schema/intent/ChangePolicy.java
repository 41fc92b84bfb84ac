package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.policy.ZonePolicy;

/** The zone decides by these figures from now on. */
public record ChangePolicy(IntentId intent, ZonePolicy policy) implements Intent {}
