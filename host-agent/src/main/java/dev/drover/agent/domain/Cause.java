package dev.drover.agent.domain;

import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.message.Head;
import java.util.Optional;

/** Why the agent did something: the command it was told, and what the whole chain is about. */
public record Cause(MessageId command, Optional<CorrelationId> correlation) {
    /** The command with this head. */
    public static Cause of(Head command) {
        return new Cause(command.id(), command.correlation());
    }
}
