package dev.drover.schema.telemetry;

/** Figures that are out of date a moment later. */
public sealed interface Telemetry permits MigrationProgress {}
