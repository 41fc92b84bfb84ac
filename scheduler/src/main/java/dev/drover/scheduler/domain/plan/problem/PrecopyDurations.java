package dev.drover.scheduler.domain.plan.problem;

import dev.drover.schema.id.InvalidValueException;
import java.util.OptionalLong;

/**
 * Durations as QEMU's pre-copy has them, where the rate is the plan's to choose. All memory is sent, then again and again
 * what the guest wrote meanwhile, until that is little enough to be sent while the guest stands still. What a guest
 * writes saturates: its hot memory is dirty once, however often it is written. A faster copy so sends less in all.
 *
 * @param leastPercent the part of a path's rate below which a copy had better wait
 * @param downtimeSeconds for how long the guest may stand still
 */
public record PrecopyDurations(int leastPercent, double downtimeSeconds) implements DurationModel {
    /** Half a path's rate at the least, and QEMU's downtime limit. */
    public static final PrecopyDurations USUAL = new PrecopyDurations(50, 0.3);

    private static final double MBIT_A_MB = 8;
    private static final double MILLIS_A_SECOND = 1000;

    /** A copy that is not done by then shrinks so slowly that nobody would wait for it. */
    private static final int MOST_ROUNDS = 100;

    /** Validates; throws {@link InvalidValueException}. */
    public PrecopyDurations {
        if (leastPercent < 1 || leastPercent > 100) {
            throw new InvalidValueException("leastPercent", "is " + leastPercent + "; give 1 to 100");
        }
        if (!(downtimeSeconds > 0)) {
            throw new InvalidValueException("downtimeSeconds", "is " + downtimeSeconds + "; give more than 0");
        }
    }

    @Override
    public OptionalLong millis(Workload workload, long rateMbps) {
        double seconds = seconds(workload, rateMbps / MBIT_A_MB);
        return Double.isFinite(seconds)
                ? OptionalLong.of(Math.max(1, (long) Math.ceil(seconds * MILLIS_A_SECOND)))
                : OptionalLong.empty();
    }

    @Override
    public long leastMbps(long pathMbps) {
        return Math.max(1, Math.ceilDiv(pathMbps * leastPercent, 100L));
    }

    /** That of the fastest copy. */
    @Override
    public double leastMbit(Workload workload, long pathMbps) {
        return seconds(workload, pathMbps / MBIT_A_MB) * pathMbps;
    }

    /** Infinite where rounds don't shrink. */
    private double seconds(Workload workload, double rateMBps) {
        double total = 0;
        double round = workload.memoryMB() / rateMBps;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            total += round;
            double next = dirtyMB(workload, round) / rateMBps;
            if (next <= downtimeSeconds) {
                return total + next;
            }
            if (next >= round) {
                return Double.POSITIVE_INFINITY;
            }
            round = next;
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double dirtyMB(Workload workload, double seconds) {
        double hotMB = Math.min(workload.hotMB(), workload.hotMBps() * seconds);
        return Math.min(workload.memoryMB(), hotMB + workload.coldMBps() * seconds);
    }
}
