package dev.drover.schema.forecast;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A guest's writing from samples over several periods. The shortest gives the pace at which the hot set is written, the
 * two longest what still comes once it has been, and what is left of the longest is the hot set.
 */
public final class DirtyFit {
    private DirtyFit() {}

    /** The model that these samples suggest; nothing can be said from none. One sample can't tell hot from cold. */
    public static Optional<DirtyModel> of(List<DirtySample> samples) {
        List<DirtySample> byPeriod = samples.stream()
                .sorted(Comparator.comparing(DirtySample::period).thenComparing(DirtySample::dirtied))
                .toList();
        return byPeriod.isEmpty() ? Optional.empty() : Optional.of(fitted(byPeriod));
    }

    private static DirtyModel fitted(List<DirtySample> byPeriod) {
        DirtySample longest = byPeriod.getLast();
        double pace =
                byPeriod.stream().mapToDouble(DirtySample::bytesPerSecond).max().orElse(0);
        double cold = Math.min(coldBytesPerSecond(byPeriod), longest.bytesPerSecond());
        double seconds = Numbers.seconds(longest.period());
        double hot = longest.dirtied().value() - cold * seconds;
        if (pace <= cold || hot <= 0) {
            return new DirtyModel(Numbers.bytes(pace), Duration.ofSeconds(1), Numbers.rate(pace));
        }
        // the curve counts what is cold from the end of the first turn on: hot + cold * (seconds - turn) is what was
        // seen
        double turn = hot / (pace - cold);
        return new DirtyModel(Numbers.bytes(pace * turn), Numbers.duration(turn), Numbers.rate(cold));
    }

    private static double coldBytesPerSecond(List<DirtySample> byPeriod) {
        if (byPeriod.size() < 2) {
            return 0;
        }
        DirtySample longest = byPeriod.getLast();
        DirtySample before = byPeriod.get(byPeriod.size() - 2);
        double seconds = Numbers.seconds(longest.period()) - Numbers.seconds(before.period());
        double more = longest.dirtied().value() - before.dirtied().value();
        return seconds <= 0 ? 0 : Math.max(0, more / seconds);
    }
}
