package dev.drover.scheduler.domain.bandwidth;

import dev.drover.schema.id.MigrationId;
import java.util.List;

/** A migration and the links it crosses. */
public record Flow(MigrationId migration, List<LinkId> path) {
    /** Copies the path. */
    public Flow {
        path = List.copyOf(path);
    }
}
