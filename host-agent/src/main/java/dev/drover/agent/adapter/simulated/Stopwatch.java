package dev.drover.agent.adapter.simulated;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Where the world's time comes from. */
@FunctionalInterface
public interface Stopwatch {
    /** How much time has passed since this was last asked; never negative. */
    Duration lap();

    /** Real time, from now on. */
    static Stopwatch realTime() {
        AtomicLong last = new AtomicLong(System.nanoTime());
        return () -> {
            long now = System.nanoTime();
            return Duration.ofNanos(now - last.getAndSet(now));
        };
    }
}
