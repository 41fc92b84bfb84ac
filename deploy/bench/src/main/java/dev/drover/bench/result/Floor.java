package dev.drover.bench.result;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A ratio that must not fall below a figure at any size.
 *
 * @param worst the smallest that was measured
 */
public record Floor(String ratio, double least, double worst, boolean held) {
    static List<Floor> of(List<SizeResult> sizes) {
        return List.of(
                floor("engineToRaw", 0.5, sizes, SizeResult::engineToRaw),
                floor("replayToRaw", 1.0 / 3, sizes, size -> size.replay().droverToRaw()));
    }

    private static Floor floor(
            String ratio, double least, List<SizeResult> sizes, ToDoubleFunction<SizeResult> measured) {
        double worst = sizes.stream().mapToDouble(measured).min().orElse(0);
        return new Floor(ratio, least, worst, worst >= least);
    }
}
