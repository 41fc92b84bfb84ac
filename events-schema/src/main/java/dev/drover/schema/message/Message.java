package dev.drover.schema.message;

/** Anything that travels through one of the zone's topics. */
public sealed interface Message permits InboxMessage, EventMessage, AgentMessage, TelemetryMessage, SnapshotMessage {
    /** Who, when, why. */
    Head head();
}
