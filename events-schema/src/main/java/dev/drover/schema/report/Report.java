package dev.drover.schema.report;

/** What an agent tells its zone. Each report is sent in order and counts once, however often it arrives. */
public sealed interface Report permits InventoryReport, MigrationReport {}
