package dev.drover.scheduler.engine;

import dev.drover.schema.message.Head;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotPart;
import java.util.Optional;

/**
 * One record of a slot; it replaces the one that had its place.
 *
 * @param part its place in the slot; the footer's is behind the last chunk's
 * @param content empty where an earlier snapshot of the slot was longer
 */
public record SnapshotRecord(Head head, Slot slot, int part, Optional<SnapshotPart> content) {}
