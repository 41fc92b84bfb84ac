package dev.drover.agent.adapter.libvirt;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time, up to a limit. */
record Backoff(Duration delay) {
    static final Backoff FIRST = new Backoff(Duration.ofMillis(100));
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** After another failure. */
    Backoff next() {
        Duration doubled = delay.multipliedBy(2);
        return new Backoff(doubled.compareTo(LIMIT) < 0 ? doubled : LIMIT);
    }
}
