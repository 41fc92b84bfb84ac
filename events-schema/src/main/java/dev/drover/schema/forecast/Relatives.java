package dev.drover.schema.forecast;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The latest migrations of one kind.
 *
 * @param logRatios of what they took to what was forecast, in the order in which they ended
 * @param lastTurn when the last of them was learned
 */
record Relatives(List<Double> logRatios, long lastTurn) {
    static final Relatives NONE = new Relatives(List.of(), 0);

    private static final int REMEMBERED = 40;
    private static final int VOTES_OF_THE_WIDER = 2;

    Relatives and(double logRatio, long turn) {
        List<Double> all =
                Stream.concat(logRatios.stream(), Stream.of(logRatio)).toList();
        return new Relatives(all.subList(Math.max(0, all.size() - REMEMBERED), all.size()), turn);
    }

    /** The median of these and of two votes for what the wider circle says; that alone where there are none. */
    double median(double wider) {
        double[] sorted = DoubleStream.concat(
                        logRatios.stream().mapToDouble(Double::doubleValue),
                        DoubleStream.generate(() -> wider).limit(VOTES_OF_THE_WIDER))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
