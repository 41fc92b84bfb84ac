package dev.drover.agent.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Tries again what may well become possible later. */
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private Patience() {}

    /**
     * Tries until it works; empty when the process was asked to end before it did.
     *
     * @param attempt is told how long the pause will be if it comes back empty
     */
    static <T> Optional<T> until(Function<Duration, Optional<T>> attempt, StopSignal stop) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<T> done = attempt.apply(pause);
            if (done.isPresent() || stop.askedWithin(pause)) {
                return done;
            }
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
