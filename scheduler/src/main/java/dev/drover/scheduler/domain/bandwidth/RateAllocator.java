package dev.drover.scheduler.domain.bandwidth;

import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.SortedMap;

/** Shares links among flows. Pure: the same question has the same answer, whatever the order of the flows. */
public interface RateAllocator {
    /**
     * A rate for each flow, a multiple of the driver's quantum, so that on no link their sum exceeds its capacity.
     * A link that is not in {@code capacity} has none. A flow that gets nothing has to wait.
     */
    SortedMap<MigrationId, BitsPerSecond> share(SortedMap<LinkId, BitsPerSecond> capacity, List<Flow> flows);
}
