package dev.drover.scheduler.domain.plan;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import java.util.List;

/**
 * What a planner would do.
 *
 * @param ofEvents how many events the state held that it looked at
 */
public record PlanProposal(long ofEvents, List<Item> items) {
    /** So many items at most; what is left over comes with the next. */
    public static final int MOST = 200;

    /** Copies the list. */
    public PlanProposal {
        items = List.copyOf(items);
    }

    /** About one vm of an intent. */
    public sealed interface Item {
        /** The intent it is for. */
        IntentId intent();

        /** The vm. */
        VmId vm();
    }

    /** The vm should go from {@code source} to {@code destination}. */
    public record Move(IntentId intent, VmId vm, HostId source, HostId destination) implements Item {}

    /** The vm can't leave {@code source} as things are. */
    public record Stuck(IntentId intent, VmId vm, HostId source) implements Item {}
}
