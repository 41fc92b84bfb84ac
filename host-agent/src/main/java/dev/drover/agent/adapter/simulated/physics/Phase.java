package dev.drover.agent.adapter.simulated.physics;

import java.time.Duration;

/** How far a pre-copy migration is. Durations are counted from its start. */
public sealed interface Phase {
    /** The guest runs at the source; a pass over its memory began at {@code since}. */
    record Copying(Duration since) implements Phase {}

    /** The guest stands still since {@code since}, for the last of its memory. */
    record Stopped(Duration since) implements Phase {}

    /** The guest stands still since {@code since}, all its memory is across; it runs there at {@code until}. */
    record Resuming(Duration since, Duration until) implements Phase {
        Resuming postponedBy(Duration delay) {
            return new Resuming(since, until.plus(delay));
        }
    }

    /** The guest runs at the destination, after standing still for {@code blackout}. */
    record Done(Duration blackout) implements Phase {}

    /** Whether the guest has left: its memory is across, and nothing at the source holds it back any more. */
    default boolean guestLeft() {
        return switch (this) {
            case Copying copying -> false;
            case Stopped stopped -> false;
            case Resuming resuming -> true;
            case Done done -> true;
        };
    }

    /** Whether the guest stands still. */
    default boolean guestStopped() {
        return switch (this) {
            case Copying copying -> false;
            case Stopped stopped -> true;
            case Resuming resuming -> true;
            case Done done -> false;
        };
    }
}
