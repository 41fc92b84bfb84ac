package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.MigrationId;

/** The device is at the vm, which runs here. */
public record DeviceAttached(MigrationId migration, Attempt attempt, DeviceId device) implements MigrationReport {}
