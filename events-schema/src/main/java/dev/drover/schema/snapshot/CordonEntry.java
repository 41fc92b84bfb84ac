package dev.drover.schema.snapshot;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;

/** A host that gets no new vms, and the intent that said so. */
public record CordonEntry(HostId host, IntentId by) implements SnapshotEntry {}
