package dev.drover.scheduler.domain.plan;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a destination. Pure. */
public interface Placer {
    /** A host among the reachable ones that may take a vm of this memory now; empty when there is none. */
    Optional<HostId> place(Room room, Predicate<HostId> reachable, Bytes memory);
}
