package dev.drover.schema.report;

import dev.drover.schema.inventory.HostFacts;

/** The host as it is now, whole. Sent at the agent's start and after every change. */
public record InventoryReport(HostFacts facts) implements Report {}
