package dev.drover.schema.intent;

import java.time.Instant;
import java.util.Optional;

/** An intent that takes time: it is worked on until it is done, cancelled, or can't go on. */
public sealed interface LastingIntent extends Intent permits EvacuateHosts, ReleaseHosts, MigrateVm {
    /** Which is served first where several compete. */
    Priority priority();

    /** When it should be done; passing it is said and stops nothing. */
    Optional<Instant> deadline();
}
