package dev.drover.scheduler.domain.zone;

import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import java.util.List;

/** What came of an input: facts, and commands that follow from them. Nothing has changed yet. */
public record Decision(List<EventMessage> events, List<CommandMessage> commands) {
    /** Copies both. */
    public Decision {
        events = List.copyOf(events);
        commands = List.copyOf(commands);
    }
}
