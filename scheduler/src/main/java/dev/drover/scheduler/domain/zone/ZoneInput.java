package dev.drover.scheduler.domain.zone;

import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.InboxMessage;
import java.time.Instant;

/** Something to decide about. It carries its time; nobody here looks at a clock. */
public sealed interface ZoneInput {
    /** When it came. */
    Instant at();

    /** Read from the inbox; read again after a crash, so deciding about it twice must change nothing. */
    record Durable(InboxOffset offset, InboxMessage message, Instant at) implements ZoneInput {}

    /** Not read again after a crash, so nothing may depend on one arriving. */
    sealed interface Volatile extends ZoneInput {}

    /** Time has passed: deadlines in the state are looked at. */
    record Tick(Instant at) implements Volatile {}

    /** This node was given the zone. The first input of every ownership. */
    record Takeover(NodeId node, Instant at) implements Volatile {}

    /** The last input of every batch: what follows from the others is planned, dispatched and shared out, once. */
    record Settle(Instant at) implements Volatile {}
}
