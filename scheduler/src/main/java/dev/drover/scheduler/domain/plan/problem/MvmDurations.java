package dev.drover.scheduler.domain.plan.problem;

import java.util.OptionalLong;

/**
 * The durations of BtrPlace's mVM scheduler, so that plans compare with its: whole seconds, and the whole of the path's
 * rate from begin to end. All memory is sent, then what was written meanwhile, then what is hot, for which the guest
 * stands still.
 */
public record MvmDurations() implements DurationModel {
    /** Megabits on the wire for a megabyte of memory. */
    private static final double WIRE_MBIT_A_MB = 9;

    private static final long MILLIS_A_SECOND = 1000;

    @Override
    public OptionalLong millis(Workload workload, long rateMbps) {
        double rateMBps = rateMbps / WIRE_MBIT_A_MB;
        double hotMBps = workload.hotMBps();
        if (rateMBps <= hotMBps || rateMBps <= workload.coldMBps()) {
            return OptionalLong.empty();
        }
        double first = workload.memoryMB() / rateMBps;
        double seconds = first > workload.hotSeconds()
                ? first + written(workload, first, rateMBps) + last(workload, rateMBps)
                : first + hotMBps * first / (rateMBps - hotMBps);
        return OptionalLong.of(Math.max(1, Math.round(seconds)) * MILLIS_A_SECOND);
    }

    @Override
    public long leastMbps(long pathMbps) {
        return pathMbps;
    }

    /** There is just one rate. */
    @Override
    public double leastMbit(Workload workload, long pathMbps) {
        return (double) pathMbps * millis(workload, pathMbps).orElseThrow() / MILLIS_A_SECOND;
    }

    private static double written(Workload workload, double firstSeconds, double rateMBps) {
        double coldMB = (firstSeconds - workload.hotSeconds()) * workload.coldMBps();
        return (workload.hotMB() + coldMB) / (rateMBps - workload.coldMBps());
    }

    private static double last(Workload workload, double rateMBps) {
        return workload.hotMB() / rateMBps * workload.hotMBps() / (rateMBps - workload.hotMBps());
    }
}
