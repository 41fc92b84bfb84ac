package dev.drover.scheduler.engine;

import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import java.util.List;
import java.util.Optional;

/**
 * What is written together or not at all.
 *
 * @param readUpTo the last inbox record it answers, if it answers any
 * @param snapshot parts of a snapshot that are due, of an earlier state
 */
public record Batch(
        Optional<InboxOffset> readUpTo,
        List<EventMessage> events,
        List<CommandMessage> commands,
        List<DeadLetter> deadLetters,
        List<SnapshotRecord> snapshot) {
    /** Copies the lists. */
    public Batch {
        events = List.copyOf(events);
        commands = List.copyOf(commands);
        deadLetters = List.copyOf(deadLetters);
        snapshot = List.copyOf(snapshot);
    }

    /** Whether committing it would write nothing. */
    public boolean isEmpty() {
        return readUpTo.isEmpty()
                && events.isEmpty()
                && commands.isEmpty()
                && deadLetters.isEmpty()
                && snapshot.isEmpty();
    }
}
