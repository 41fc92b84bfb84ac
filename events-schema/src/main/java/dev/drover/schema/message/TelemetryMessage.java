package dev.drover.schema.message;

import dev.drover.schema.id.HostId;
import dev.drover.schema.telemetry.Telemetry;

/** A sample on its way to whoever listens. */
public record TelemetryMessage(Head head, HostId host, Telemetry sample) implements Message {}
