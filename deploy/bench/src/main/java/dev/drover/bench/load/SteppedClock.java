package dev.drover.bench.load;

import java.time.Instant;
import java.time.InstantSource;

/** Shows the time it was set to. Used by one thread. */
public final class SteppedClock implements InstantSource {
    private Instant now;

    /** Shows this until it is set. */
    public SteppedClock(Instant now) {
        this.now = now;
    }

    /** Shows this from now on. */
    public void set(Instant next) {
        now = next;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
