package dev.drover.schema.message;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import java.time.Instant;

/**
 * What lets an agent tell a fresh command from a repeated, an outdated or a late one.
 *
 * @param sequence its place among the migration's commands
 * @param expiresAt after this it must not be executed
 */
public record CommandMark(MigrationId migration, Attempt attempt, Sequence sequence, Epoch epoch, Instant expiresAt) {}
