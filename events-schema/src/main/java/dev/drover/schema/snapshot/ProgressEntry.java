package dev.drover.schema.snapshot;

import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.InboxOffset;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the zone had come.
 *
 * @param time the zone's
 * @param inboxOffset how far its inbox had been read
 * @param schemaLevel what its log may hold
 */
public record ProgressEntry(Epoch epoch, Instant time, Optional<InboxOffset> inboxOffset, int schemaLevel)
        implements SnapshotEntry {}
