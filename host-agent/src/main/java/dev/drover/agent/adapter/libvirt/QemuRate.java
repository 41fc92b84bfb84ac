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

    /**
     * What each of several streams is told that have the rate together: a vm's memory, and so many disks that go along with
     * it. Libvirt copies all disks at once and goes on copying what is written to them while it sends the memory.
     */
    static long toCommand(BitsPerSecond rate, int disks) {
        return toCommand(new BitsPerSecond(rate.value() / (disks + 1)));
    }

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
