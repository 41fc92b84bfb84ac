package dev.drover.schema.event;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.unit.Bytes;

/** The vm will go from {@code source} to {@code destination}, whose memory is reserved from here on. */
public record MigrationPlanned(
        MigrationId migration, IntentId intent, VmId vm, VmName name, Bytes memory, HostId source, HostId destination)
        implements MigrationEvent {}
