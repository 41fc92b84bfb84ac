package dev.drover.bench.race.track;

import java.util.List;

/**
 * How a race went.
 *
 * @param blackoutMillis of each guest, the shortest first
 * @param aborted attempts that failed
 * @param bottleneckMean how much of the busiest link was used, from the start to the end
 * @param bottleneckPeak and at most
 * @param overruns how often streams wanted more of a link than it has
 */
public record Result(
        String rule,
        double seconds,
        double bytesSent,
        List<Double> blackoutMillis,
        int aborted,
        double bottleneckMean,
        double bottleneckPeak,
        long overruns) {
    /** Copies the list. */
    public Result {
        blackoutMillis = List.copyOf(blackoutMillis);
    }

    /** So many in a hundred guests stood still no longer than this. */
    public double blackoutMillis(int percent) {
        int rank = Math.ceilDiv(blackoutMillis.size() * percent, 100);
        return blackoutMillis.get(Math.max(0, rank - 1));
    }
}
