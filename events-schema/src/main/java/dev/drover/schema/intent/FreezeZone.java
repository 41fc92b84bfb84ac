package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;

/** Start no migration in the zone until it is thawed. What is under way goes on. */
public record FreezeZone(IntentId intent) implements Intent {}
