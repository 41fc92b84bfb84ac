package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;

/** Migrations may start again. */
public record ThawZone(IntentId intent) implements Intent {}
