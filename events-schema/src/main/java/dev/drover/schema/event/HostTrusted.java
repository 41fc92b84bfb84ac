package dev.drover.schema.event;

import dev.drover.schema.id.HostId;

/** The clock of a quarantined host agrees with the zone's again. */
public record HostTrusted(HostId host) implements HostEvent {}
