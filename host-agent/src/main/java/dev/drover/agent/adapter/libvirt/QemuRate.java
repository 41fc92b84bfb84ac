package dev.drover.agent.adapter.libvirt;

import dev.drover.schema.unit.BitsPerSecond;

/**
 * What to tell QEMU so that it sends as near to a rate as it can.
 *
 * <p>QEMU allows itself a tenth of the rate each tenth of a second, but counts only what it has handed on, and that in
 * pieces of 32 pages: it sends in steps of 1.25 MiB/s, rounded up. Told 4 MiB/s it sends 5, told 3 it sends 3.75
 * (QEMU 10.0, measured).
 */
final class QemuRate {
    /** MiB/s in which steps come out whole. */
    private static final long QUARTERS = 4;

    private static final long QUARTERS_PER_STEP = 5;

    private QemuRate() {}

    /** Whole MiB/s, at least one: the rate rounded down, or one less where that comes nearer. */
    static long toCommand(BitsPerSecond rate) {
        long whole = Math.max(1, rate.wholeMebibytesPerSecond());
        long below = Math.max(1, whole - 1);
        return distance(below, whole) < distance(whole, whole) ? below : whole;
    }

    private static long distance(long told, long wanted) {
        return Math.abs(sent(told) - wanted * QUARTERS);
    }

    private static long sent(long told) {
        return Math.ceilDiv(told * QUARTERS, QUARTERS_PER_STEP) * QUARTERS_PER_STEP;
    }
}
