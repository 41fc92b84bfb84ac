package dev.drover.agent.port;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * A running migration as the hypervisor counts it.
 *
 * @param total the guest's memory
 * @param remaining still to be sent in this pass
 * @param transferred sent so far, all passes together, and disks
 * @param rate being sent each second, disks included
 * @param dirtyRate being rewritten by the guest each second
 * @param iteration the pass over memory, from 1; 0 before the first
 * @param throttlePercent how much of its processors the guest is denied, so that it writes less
 */
public record JobProgress(
        Duration elapsed,
        Bytes total,
        Bytes remaining,
        Bytes transferred,
        BitsPerSecond rate,
        BitsPerSecond dirtyRate,
        long iteration,
        int throttlePercent) {}
