package dev.drover.bench.converge;

import dev.drover.bench.converge.guest.Guest;
import dev.drover.bench.converge.guest.Pattern;
import dev.drover.bench.converge.guest.Task;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which guests are moved, and under what terms. The deadline is a quarter more than the patience of the most patient of
 * the peers that have any, Nova's 800 s a GiB: whoever fails does not fail for want of time.
 */
record Matrix(List<Integer> gibibytes, List<Double> hotPercents, List<Double> dirtyOfRates, List<Pattern> patterns) {
    /** 10 Gbit/s, of which headers take their part. */
    static final long RATE_MEGABITS = 10_000;

    static final double OBJECTIVE_SECONDS = 1;

    private static final double BYTES_A_SECOND = RATE_MEGABITS * 1e6 / 8 * 1448 / 1538;
    private static final double DEADLINE_A_GIBIBYTE = 1000;
    private static final int LEAST_GIBIBYTES = 2;

    /** From small and idle to large and busy. */
    static Matrix full() {
        return new Matrix(
                List.of(1, 8, 64, 512),
                List.of(0.1, 1.0, 5.0, 20.0, 50.0),
                List.of(0.0, 0.25, 0.5, 0.75, 1.0, 2.0),
                List.of(Pattern.values()));
    }

    List<Guest> guests() {
        return gibibytes.stream()
                .flatMap(size -> hotPercents.stream().flatMap(hot -> guests(size, hot)))
                .toList();
    }

    /** Such a guest is to be moved, and this much may be done to it. */
    static Task task(Guest guest, Allowed allowed) {
        double deadline = DEADLINE_A_GIBIBYTE * Math.max(LEAST_GIBIBYTES, guest.gibibytes());
        return new Task(guest, BYTES_A_SECOND, OBJECTIVE_SECONDS, deadline, allowed.consents());
    }

    private Stream<Guest> guests(int size, double hot) {
        return dirtyOfRates.stream()
                .flatMap(rate -> patterns.stream().map(pattern -> new Guest(size, hot, rate, pattern)));
    }
}
