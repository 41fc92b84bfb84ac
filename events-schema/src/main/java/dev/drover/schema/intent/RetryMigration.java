package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;

/** Try again what failed for good, with all its attempts anew. */
public record RetryMigration(IntentId intent, MigrationId migration) implements Intent {}
