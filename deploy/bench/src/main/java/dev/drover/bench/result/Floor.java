package dev.drover.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A ratio that must not fall below a figure at any size.
 *
 * @param worst the smallest that was measured
 */
public record Floor(String ratio, double least, double worst, boolean held) {
    static List<Floor> of(List<SizeResult> sizes, List<Growth> growth) {
        return Stream.concat(
                        Stream.of(
                                floor("engineToRaw", 0.5, sizes, SizeResult::engineToRaw),
                                floor(
                                        "replayToRaw",
                                        1.0 / 3,
                                        sizes,
                                        size -> size.replay().droverToRaw())),
                        ofGrowth(growth).stream())
                .toList();
    }

    /** With one size measured, nothing is known of growth. */
    static Optional<Floor> ofGrowth(List<Growth> growth) {
        return growth.isEmpty()
                ? Optional.empty()
                : Optional.of(floor("logToCpuGrowth", 1, growth, one -> one.logTimes() / one.cpuTimes()));
    }

    private static <T> Floor floor(String ratio, double least, List<T> measured, ToDoubleFunction<T> of) {
        double worst = measured.stream().mapToDouble(of).min().orElse(0);
        return new Floor(ratio, least, worst, worst >= least);
    }
}
