package dev.drover.bench.race.track;

import dev.drover.bench.race.scene.RaceBound;
import dev.drover.bench.race.scene.Scene;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts while a race is run. */
final class Tally {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double BITS_A_BYTE = 8;

    private final Scene scene;
    private final int bottleneck;
    private final List<Double> blackoutMillis = new ArrayList<>();
    private double sent;
    private double sentOverBottleneck;
    private int aborted;
    private long load;
    private long peak;

    Tally(Scene scene, RaceBound bound) {
        this.scene = scene;
        this.bottleneck = bound.link();
    }

    void attemptEnded(int move, Bytes bytes) {
        sent += bytes.value();
        sentOverBottleneck += crosses(move) ? bytes.value() : 0;
    }

    void aborted() {
        aborted++;
    }

    void done(Duration blackout) {
        blackoutMillis.add(blackout.toNanos() / NANOS_A_MILLI);
    }

    void rateChanged(int move, BitsPerSecond from, BitsPerSecond to) {
        load += crosses(move) ? to.value() - from.value() : 0;
    }

    /** After all rates of an instant. */
    void look() {
        peak = Math.max(peak, load);
    }

    Result result(String rule, long nanos, long overruns) {
        double seconds = nanos / NANOS_A_SECOND;
        double capacity = scene.capacity(bottleneck).value();
        return new Result(
                rule,
                seconds,
                sent,
                blackoutMillis.stream().sorted().toList(),
                aborted,
                sentOverBottleneck * BITS_A_BYTE / (capacity * seconds),
                peak / capacity,
                overruns);
    }

    private boolean crosses(int move) {
        return IntStream.of(scene.path(move)).anyMatch(link -> link == bottleneck);
    }
}
