package dev.drover.bench.predict;

import dev.drover.schema.forecast.GuestMemory;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Comparator;
import java.util.Optional;

/**
 * A migration as a file tells of it.
 *
 * @param source where that is known, and likewise with the others
 */
public record Migration(
        Optional<String> source,
        Optional<String> destination,
        BitsPerSecond rate,
        GuestMemory guest,
        Optional<Double> startSeconds,
        double tookSeconds) {
    /** In the order in which they became known: a file's own order means nothing. */
    static final Comparator<Migration> BY_END = Comparator.comparingDouble(Migration::endSeconds)
            .thenComparing(Migration::path)
            .thenComparing(migration -> migration.guest().size())
            .thenComparing(Migration::rate)
            .thenComparingDouble(Migration::tookSeconds);

    /** Of those with a start. */
    double endSeconds() {
        return startSeconds.orElseThrow() + tookSeconds;
    }

    /** Between which hosts. */
    String path() {
        return source.orElse("?") + " > " + destination.orElse("?");
    }
}
