package dev.drover.scheduler.domain.plan.order;

import java.util.BitSet;

/** When each move of {@link Moves} runs, and at what rate; a move that never found room is not in it. */
final class Timetable {
    private final BitSet timed = new BitSet();
    private final long[] startMillis;
    private final long[] endMillis;
    private final long[] rateMbps;
    private long makespanMillis;

    Timetable(int moves) {
        this.startMillis = new long[moves];
        this.endMillis = new long[moves];
        this.rateMbps = new long[moves];
    }

    void set(int move, long start, long end, long rate) {
        timed.set(move);
        startMillis[move] = start;
        endMillis[move] = end;
        rateMbps[move] = rate;
        makespanMillis = Math.max(makespanMillis, end);
    }

    boolean has(int move) {
        return timed.get(move);
    }

    long startMillis(int move) {
        return startMillis[move];
    }

    long endMillis(int move) {
        return endMillis[move];
    }

    long rateMbps(int move) {
        return rateMbps[move];
    }

    /** When the last move ends. */
    long makespanMillis() {
        return makespanMillis;
    }

    /** Moves that it has a time for. */
    int timed() {
        return timed.cardinality();
    }

    /** More moves are better than fewer, then an earlier end is. */
    boolean isBetterThan(Timetable other) {
        return timed() != other.timed() ? timed() > other.timed() : makespanMillis < other.makespanMillis;
    }
}
