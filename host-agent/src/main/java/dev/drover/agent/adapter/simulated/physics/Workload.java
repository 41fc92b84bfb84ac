package dev.drover.agent.adapter.simulated.physics;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * How a guest writes to its memory: {@code dirtyRate} each second, spread evenly at random over its {@code hotSet}, and
 * {@code coldRate} elsewhere, never twice to one page.
 */
public record Workload(Bytes hotSet, BitsPerSecond dirtyRate, BitsPerSecond coldRate) {
    /** Writes nothing. */
    public static final Workload IDLE = new Workload(Bytes.ZERO, BitsPerSecond.ZERO);

    /** All it writes, it writes to its hot set. */
    public Workload(Bytes hotSet, BitsPerSecond dirtyRate) {
        this(hotSet, dirtyRate, BitsPerSecond.ZERO);
    }

    /** The same with so much of its time denied. */
    Workload throttled(int percent) {
        return new Workload(hotSet, slowed(dirtyRate, percent), slowed(coldRate, percent));
    }

    private static BitsPerSecond slowed(BitsPerSecond rate, int percent) {
        return new BitsPerSecond(rate.value() * (100 - percent) / 100);
    }

    /** What somebody finds who compares memory after this time with what it was. */
    public BitsPerSecond dirtyRateOver(Duration period) {
        return Sending.rateOf(dirtiedOver(period), period);
    }

    /**
     * How much memory differs after so long. Writing the same page twice dirties it once, so this bends towards the
     * hot set: {@code hotSet * (1 - exp(-dirtyRate * time / hotSet))}, and rises by the cold rate. A guest's memory limits it, too:
     * that is its owner's to know.
     */
    public Bytes dirtiedOver(Duration time) {
        return new Bytes(Math.round(hotDirtiedOver(time) + Sending.bytesOver(time, coldRate)));
    }

    private double hotDirtiedOver(Duration time) {
        double written = Sending.bytesOver(time, dirtyRate);
        return hotSet.equals(Bytes.ZERO) ? 0 : hotSet.value() * -Math.expm1(-written / hotSet.value());
    }
}
