package dev.drover.bench.race.scene;

import dev.drover.agent.adapter.simulated.physics.PreCopy;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Nobody ends before this: each vm copied as fast as its path allows, failed attempts included, and on each link all that
 * has to cross it, as little of it as the fastest copy sends.
 *
 * @param link the busiest link, whether or not it is what takes longest
 */
public record RaceBound(double seconds, int link) {
    private static final Duration FOR_EVER = Duration.ofDays(30);
    private static final double BITS_A_BYTE = 8;
    private static final double NANOS_A_SECOND = 1e9;

    /** For a scene in which something moves. */
    public static RaceBound of(Scene scene) {
        double[] bytes = new double[scene.links()];
        double longest = 0;
        for (int move = 0; move < scene.moves(); move++) {
            PreCopy fastest = scene.truth(move).start().advance(FOR_EVER, scene.pathRate(move));
            double failed = scene.truth(move).failures().stream()
                    .mapToLong(Bytes::value)
                    .sum();
            for (int link : scene.path(move)) {
                bytes[link] += fastest.sent().value() + failed;
            }
            double seconds = fastest.elapsed().toNanos() / NANOS_A_SECOND + seconds(failed, scene.pathRate(move));
            longest = Math.max(longest, seconds);
        }
        int busiest = IntStream.range(0, bytes.length)
                .boxed()
                .reduce((a, b) -> seconds(bytes[b], scene.capacity(b)) > seconds(bytes[a], scene.capacity(a)) ? b : a)
                .orElseThrow();
        return new RaceBound(Math.max(longest, seconds(bytes[busiest], scene.capacity(busiest))), busiest);
    }

    private static double seconds(double bytes, BitsPerSecond rate) {
        return bytes == 0 ? 0 : bytes * BITS_A_BYTE / rate.value();
    }
}
