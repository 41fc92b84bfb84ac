package dev.drover.schema.message;

/** What agents are told, in the order of their partition of the commands. */
public sealed interface AgentMessage extends Message permits CommandMessage, LeaseMessage {}
