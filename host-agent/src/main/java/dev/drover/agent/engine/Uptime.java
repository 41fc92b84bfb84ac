package dev.drover.agent.engine;

import java.time.Duration;

/** Tells how much time passes, however the clock is set. */
@FunctionalInterface
public interface Uptime {
    /**
     * The machine's. Where a time service only lets the clock run slower or faster for a while, Linux lets this run with
     * it, so that such a correction does not show; one that sets the clock does.
     */
    Uptime MACHINE = () -> Duration.ofNanos(System.nanoTime());

    /** How long it has run; two answers differ by the time between them. */
    Duration elapsed();
}
