package dev.drover.schema.telemetry;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * A running migration, about once a second, as QEMU counts it.
 *
 * @param total the guest's memory
 * @param remaining what is still to be sent in this pass
 * @param transferred what was sent so far, all passes together
 * @param rate what is being sent each second
 * @param dirtyRate what the guest rewrites each second
 * @param iteration the pass over memory, from 1
 */
public record MigrationProgress(
        MigrationId migration,
        Attempt attempt,
        VmId vm,
        Duration elapsed,
        Bytes total,
        Bytes remaining,
        Bytes transferred,
        BitsPerSecond rate,
        BitsPerSecond dirtyRate,
        long iteration)
        implements Telemetry {}
