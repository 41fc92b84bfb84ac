package dev.drover.schema.intent;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import java.time.Instant;
import java.util.Optional;

/**
 * Bring one vm to another host.
 *
 * @param destination where to; without one, wherever it fits best
 * @param deadline when it must be there; passing it is said and stops nothing
 */
public record MigrateVm(
        IntentId intent, VmId vm, Optional<HostId> destination, Optional<Instant> deadline, Priority priority)
        implements LastingIntent {}
