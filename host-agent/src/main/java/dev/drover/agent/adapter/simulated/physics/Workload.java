package dev.drover.agent.adapter.simulated.physics;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * How a guest writes to its memory: {@code dirtyRate} each second, spread evenly at random over its {@code hotSet}.
 */
public record Workload(Bytes hotSet, BitsPerSecond dirtyRate) {
    /** Writes nothing. */
    public static final Workload IDLE = new Workload(Bytes.ZERO, BitsPerSecond.ZERO);

    /** The same with so much of its time denied. */
    Workload throttled(int percent) {
        return new Workload(hotSet, new BitsPerSecond(dirtyRate.value() * (100 - percent) / 100));
    }

    /** What somebody finds who compares memory after this time with what it was. */
    public BitsPerSecond dirtyRateOver(Duration period) {
        return Sending.rateOf(dirtiedOver(period), period);
    }

    /**
     * How much memory differs after so long. Writing the same page twice dirties it once, so this bends towards the
     * hot set: {@code hotSet * (1 - exp(-dirtyRate * time / hotSet))}.
     */
    public Bytes dirtiedOver(Duration time) {
        if (hotSet.equals(Bytes.ZERO)) {
            return Bytes.ZERO;
        }
        double written = Sending.bytesOver(time, dirtyRate);
        double share = -Math.expm1(-written / hotSet.value());
        return new Bytes(Math.round(hotSet.value() * share));
    }
}
