package dev.drover.scheduler.domain.plan;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;

/** Finds a destination. Pure. */
public interface Placer {
    /** A host other than {@code source} that may take a vm of this memory now; empty when there is none. */
    Optional<HostId> place(Room room, HostId source, Bytes memory);
}
