package dev.drover.simulation.witness;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.DeadLetter;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.ZonePhase;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.SnapshotMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that a promise may be about. Messages are as they were read from their bytes. */
public sealed interface Happening {
    /** What is committed next, as its owner has it in memory: the only happening that did not become bytes. */
    record HandedOver(ZoneId zone, NodeId by, Batch batch) implements Happening {}

    /**
     * A batch is in the log.
     *
     * @param end the place behind its last event, if it has any
     */
    record Committed(
            ZoneId zone,
            NodeId by,
            Optional<LogPosition> end,
            Optional<InboxOffset> readUpTo,
            List<EventMessage> events,
            List<CommandMessage> commands,
            List<DeadLetter> deadLetters,
            List<SnapshotMessage> snapshot)
            implements Happening {
        /** Copies the lists. */
        public Committed {
            events = List.copyOf(events);
            commands = List.copyOf(commands);
            deadLetters = List.copyOf(deadLetters);
            snapshot = List.copyOf(snapshot);
        }
    }

    /** Something came to the inbox; without a message when it can't be read, or is another zone's. */
    record Told(ZoneId zone, InboxOffset offset, Optional<InboxMessage> message) implements Happening {}

    /** What a node says the zone's state is. */
    record Published(ZoneId zone, NodeId by, Folded folded) implements Happening {}

    /** An agent has a command in its journal, and is going to carry it out. */
    record Accepted(HostId host, CommandMessage command) implements Happening {}

    /**
     * An agent carries a command out.
     *
     * @param at the true time
     * @param clocksAgree whether no clock that had a part in it is further off than is allowed for
     */
    record Executed(HostId host, CommandMessage command, Instant at, boolean clocksAgree) implements Happening {}

    /** An agent asks its hypervisor to start an attempt. */
    record Started(HostId host, MigrationId migration, Attempt attempt, VmId vm) implements Happening {}

    /** A hypervisor has removed what stayed of a guest. */
    record Forgotten(HostId host, VmId vm) implements Happening {}

    /** A hypervisor had no memory for a guest that came. */
    record NoRoom(HostId host, VmId vm) implements Happening {}

    /** A fault took the memory of a guest with it. */
    record MemoryLost(VmId vm) implements Happening {}

    /** An operator destroyed a guest, on purpose. */
    record Destroyed(VmId vm) implements Happening {}

    /** The zone's newest event can't be read for a while. */
    record EventSpoiled(ZoneId zone) implements Happening {}

    /** An owner has let go of the zone, and may take it over anew; says how it stands with it and why. */
    record OwnershipEnded(ZoneId zone, NodeId by, ZonePhase phase, String why) implements Happening {}

    /** Something physical has changed: guests, migrations or their rates. */
    record Moved() implements Happening {}

    /** Faults have stopped, and then either nothing was left to do or it took too long. */
    record Ended(boolean quiet, String leftToDo) implements Happening {}
}
