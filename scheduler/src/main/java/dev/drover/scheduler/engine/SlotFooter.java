package dev.drover.scheduler.engine;

import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotFooter;

/** The last part of a snapshot, and the slot it stands in: what says that the rest was written before it. */
public record SlotFooter(Slot slot, SnapshotFooter footer) {}
