package dev.drover.schema.snapshot;

import dev.drover.schema.id.HostId;

/** A host whose clock can't be trusted, and why. */
public record QuarantineEntry(HostId host, String why) implements SnapshotEntry {}
