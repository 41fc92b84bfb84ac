package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import java.util.List;

/**
 * What came of an input: facts, and commands that follow from them. Nothing has changed yet.
 *
 * @param after the state as it will be: the fold of the facts onto the one that was decided in
 */
public record Decision(List<EventMessage> events, List<CommandMessage> commands, ZoneState after) {
    /** Copies the lists. */
    public Decision {
        events = List.copyOf(events);
        commands = List.copyOf(commands);
    }
}
