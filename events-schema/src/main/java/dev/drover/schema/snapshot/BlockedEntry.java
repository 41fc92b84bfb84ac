package dev.drover.schema.snapshot;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;

/** A vm that can't be moved for an intent, and why. */
public record BlockedEntry(IntentId intent, VmId vm, String why) implements SnapshotEntry {}
