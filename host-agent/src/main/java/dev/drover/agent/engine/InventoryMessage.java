package dev.drover.agent.engine;

import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.report.ReportMark;
import java.util.Optional;

/** What an {@link Inventory} is told. */
sealed interface InventoryMessage {
    /** Report for the first time, and from then on. */
    record Begin() implements InventoryMessage {}

    /** The agent begins nothing new, for this reason; or it does again. */
    record Degraded(Optional<String> why) implements InventoryMessage {}

    /** The hypervisor noticed a change. */
    record Changed() implements InventoryMessage {}

    /** It is time to look. */
    record Look() implements InventoryMessage {}

    /** It is time to look, as it is ever so often. */
    record Period() implements InventoryMessage {}

    /** It is time to look at what changed. */
    record Gathered() implements InventoryMessage {}

    /** Something was just done to this host: what was seen before is out of date. */
    record Refresh() implements InventoryMessage {}

    /** What was seen. */
    record Seen(Answer<HostFacts> answer) implements InventoryMessage {}

    /** The last report is safe. */
    record Acknowledged(ReportMark mark) implements InventoryMessage {}
}
