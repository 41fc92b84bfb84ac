package dev.drover.schema.snapshot;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;

/** Where a vm was before an intent moved it, or where an intent brings it back to. */
public record HomeEntry(IntentId intent, VmId vm, HostId host) implements SnapshotEntry {}
