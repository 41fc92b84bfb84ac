package dev.drover.simulation.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What is to go wrong with the next commits of a zone, one trouble each; and how slow its log is. */
public final class CommitTroubles {
    private final Deque<Trouble> next = new ArrayDeque<>();
    private Instant slowUntil = Instant.MIN;

    /** How a commit may end. */
    public enum Outcome {
        /** Aborted; its owner hears of it. */
        ABORTED,
        /** Written; its owner hears nothing. */
        UNKNOWN_WRITTEN,
        /** Not written; its owner hears nothing. */
        UNKNOWN_NOT_WRITTEN,
        /** Written some time after its owner gave it up, unless it is fenced by then. */
        UNKNOWN_WRITTEN_LATE
    }

    /**
     * One trouble.
     *
     * @param delay how late, where it comes late
     * @param noted is called when it happens
     */
    public record Trouble(Outcome outcome, Duration delay, Runnable noted) {}

    /** The next commit that has none yet has this one. */
    public void add(Trouble trouble) {
        next.addLast(trouble);
    }

    /** Until then everything takes long. */
    public void slowUntil(Instant then) {
        slowUntil = then;
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        next.clear();
        slowUntil = Instant.MIN;
    }

    boolean isSlow(Instant now) {
        return slowUntil.isAfter(now);
    }

    Optional<Trouble> take() {
        return Optional.ofNullable(next.pollFirst());
    }
}
