package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;

/** Stop that migration while its guest still runs at the source. Past that it goes on to its end. */
public record CancelMigration(IntentId intent, MigrationId migration) implements Intent {}
