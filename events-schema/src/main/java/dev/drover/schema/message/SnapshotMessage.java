package dev.drover.schema.message;

import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotPart;

/**
 * A part of a snapshot on its way to its slot.
 *
 * @param part its place in the slot; the footer's is behind the last chunk's
 */
public record SnapshotMessage(Head head, Slot slot, int part, SnapshotPart content) implements Message {}
