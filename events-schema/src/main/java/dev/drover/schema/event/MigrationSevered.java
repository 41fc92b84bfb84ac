package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import java.time.Instant;

/**
 * In post-copy, both ends have lost each other, with part of the guest's memory at either. The destination is asked
 * whether it still has the guest, again at {@code dueAt}.
 */
public record MigrationSevered(MigrationId migration, Attempt attempt, Sequence command, String detail, Instant dueAt)
        implements MigrationEvent {
    /** Long words are cut. */
    public MigrationSevered {
        detail = Check.cut(detail);
    }
}
