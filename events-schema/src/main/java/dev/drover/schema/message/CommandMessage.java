package dev.drover.schema.message;

import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.id.HostId;

/** A command on its way to {@code host}. */
public record CommandMessage(Head head, HostId host, CommandMark mark, AgentCommand command) implements AgentMessage {}
