package dev.drover.schema.snapshot;

/** One record of a snapshot. */
public sealed interface SnapshotPart permits SnapshotChunk, SnapshotFooter {
    /** How many events the state is the fold of: which snapshot this is a part of. */
    long ofEvents();
}
