package dev.drover.agent.adapter.simulated.physics;

import java.time.Duration;

/** How far a migration is. Durations are counted from its start. */
public sealed interface Phase {
    /** The guest runs at the source; a pass over its memory began at {@code since}. */
    record Copying(Duration since) implements Phase {}

    /** The guest stands still since {@code since}, for the last of its memory. */
    record Stopped(Duration since) implements Phase {}

    /**
     * The guest stands still since {@code since}; it runs there at {@code until}.
     *
     * @param postCopy whether memory is to follow
     */
    record Resuming(Duration since, Duration until, boolean postCopy) implements Phase {
        Resuming postponedBy(Duration delay) {
            return new Resuming(since, until.plus(delay), postCopy);
        }
    }

    /** The guest runs at the destination, after standing still for {@code blackout}; memory follows. */
    record Following(Duration blackout) implements Phase {}

    /** The guest runs at the destination, after standing still for {@code blackout}. */
    record Done(Duration blackout) implements Phase {}

    /** Whether the guest has left, so that nothing at the source holds it back any more. */
    default boolean guestLeft() {
        return switch (this) {
            case Copying copying -> false;
            case Stopped stopped -> false;
            case Resuming resuming -> true;
            case Following following -> true;
            case Done done -> true;
        };
    }

    /** Whether the guest runs at the source. */
    default boolean guestRunsHere() {
        return this instanceof Copying;
    }

    /** Whether the guest runs at the destination. */
    default boolean guestRunsThere() {
        return this instanceof Following || this instanceof Done;
    }
}
