package dev.drover.agent.engine;

import dev.drover.agent.port.Sighting;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.id.VmId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.transfer.CopyMode;

/** How making or removing room for the disks of a vm goes on. */
public sealed interface RoomMessage {
    /** Which command it comes from. */
    CommandMessage from();

    /** Whose disks. */
    default VmId vm() {
        return switch (this) {
            case Surveyed surveyed -> surveyed.order().vm();
            case Noted noted -> noted.order().vm();
            case Made made -> made.order().vm();
            case Removed removed -> removed.order().vm();
            case Closed closed -> closed.order().vm();
        };
    }

    /** What is there now. */
    record Surveyed(CommandMessage from, PrepareDestination order, Answer<Ground> answer) implements RoomMessage {}

    /** It is in the journal that the files are this agent's. */
    record Noted(CommandMessage from, PrepareDestination order, Ground ground) implements RoomMessage {}

    /** What came of making them. */
    record Made(CommandMessage from, PrepareDestination order, CopyMode mode, Answer<Done> answer)
            implements RoomMessage {}

    /** What came of removing them; where the host has the vm, they were left alone. */
    record Removed(CommandMessage from, CleanupDestination order, Answer<Sighting> answer) implements RoomMessage {}

    /** It is in the journal that nothing is left of them. */
    record Closed(CommandMessage from, CleanupDestination order) implements RoomMessage {}
}
