package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.report.ReportMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something to decide about. It carries its time; nobody here looks at a clock. */
public sealed interface ZoneInput {
    /** When it came. */
    Instant at();

    /** Stands in the inbox; read again after a crash, so deciding about it twice must change nothing. */
    sealed interface Durable extends ZoneInput {
        /** Its place there. */
        InboxOffset offset();
    }

    /** A message. */
    record Told(InboxOffset offset, InboxMessage message, Instant at) implements Durable {}

    /** Something that can't be read or dealt with, and why. It goes to the dead letters. */
    record Nonsense(InboxOffset offset, InputSetAside rejection, Instant at) implements Durable {}

    /** Not read again after a crash, so nothing may depend on one arriving. */
    sealed interface Volatile extends ZoneInput {}

    /** Time has passed: deadlines in the state are looked at. */
    record Tick(Instant at) implements Volatile {}

    /** This node was given the zone. The first input of every ownership. */
    record Takeover(NodeId node, Instant at) implements Volatile {}

    /** A planner has thought about an earlier state. What still holds of it is done. */
    record Proposed(PlanProposal plan, Instant at) implements Volatile {}

    /**
     * The last input of every batch: what follows from the others is dispatched and shared out, once.
     *
     * @param readUpTo the last inbox record of the batch
     * @param heard the reports among them
     */
    record Settle(Optional<InboxOffset> readUpTo, List<ReportMark> heard, Instant at) implements Volatile {
        /** Copies the list. */
        public Settle {
            heard = List.copyOf(heard);
        }
    }
}
