package dev.drover.schema.snapshot;

import dev.drover.schema.inventory.HostFacts;

/** A host as it last reported itself, and with what evidence about its migrations has shown since. */
public record HostEntry(HostFacts facts) implements SnapshotEntry {}
