package dev.drover.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * A clock that jumps from one thing that happens to the next. What is due at the same time happens in the order in
 * which it was arranged. Whatever is happening may itself let time pass: then the rest of the world goes on meanwhile.
 */
public final class VirtualTime {
    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparingLong(Due::order);

    private final PriorityQueue<Due> queue = new PriorityQueue<>(ORDER);
    private final BooleanSupplier goesOn;
    private Instant now;
    private long arranged;
    private long steps;

    private record Due(Instant at, long order, Runnable what) {}

    /**
     * Nothing is due yet.
     *
     * @param goesOn is asked after everything that happened; when it says no, {@link EndOfTime} ends it all
     */
    public VirtualTime(Instant start, BooleanSupplier goesOn) {
        this.now = start;
        this.goesOn = goesOn;
    }

    /** The true time, which no machine in the world knows for certain. */
    public Instant now() {
        return now;
    }

    /** How much time there has been, wherever it began. */
    public Duration elapsed() {
        return Duration.between(Instant.EPOCH, now);
    }

    /** How many things have happened. */
    public long steps() {
        return steps;
    }

    /** Arranges for something to happen then, or now if that is past. */
    public void at(Instant when, Runnable what) {
        queue.add(new Due(when.isBefore(now) ? now : when, arranged++, what));
    }

    /** Arranges for something to happen this much later. */
    public void in(Duration wait, Runnable what) {
        at(now.plus(wait), what);
    }

    /** Lets everything happen that is due until then, and then it is then. */
    public void passUntil(Instant then) {
        while (!queue.isEmpty() && !queue.element().at().isAfter(then)) {
            happens(queue.remove());
        }
        if (then.isAfter(now)) {
            now = then;
        }
    }

    /** A happening within another one may have let time pass further than this one was due. */
    private void happens(Due next) {
        if (next.at().isAfter(now)) {
            now = next.at();
        }
        steps++;
        next.what().run();
        if (!goesOn.getAsBoolean()) {
            throw new EndOfTime();
        }
    }

    /** Nothing happens any more. An error, so that nothing that happens takes it for a failure of its own. */
    public static final class EndOfTime extends Error {
        EndOfTime() {
            super("time has ended", null, false, false);
        }
    }
}
