package dev.drover.scheduler.domain.plan.order;

import java.util.Arrays;
import java.util.TreeSet;

/** List scheduling as it is written in books. */
final class Textbook {
    static final long NEVER = -1;

    private Textbook() {}

    /** When each move starts, by its number. */
    static long[] starts(Moves moves, int[] order) {
        Resources resources = new Resources(moves, HostRooms.of(moves));
        long[] starts = new long[moves.count()];
        long[] rates = new long[moves.count()];
        long[] ends = new long[moves.count()];
        Arrays.fill(starts, NEVER);
        TreeSet<Long> instants = new TreeSet<>();
        instants.add(0L);
        while (!instants.isEmpty()) {
            long now = instants.pollFirst();
            for (int move : order) {
                if (starts[move] != NEVER && ends[move] == now) {
                    resources.giveBack(move, rates[move]);
                }
            }
            for (int move : order) {
                if (starts[move] == NEVER && resources.lacking(move) == Resources.NOTHING) {
                    starts[move] = now;
                    rates[move] = resources.rateFor(move);
                    ends[move] = now + moves.millis(move, rates[move]);
                    resources.take(move, rates[move]);
                    instants.add(ends[move]);
                }
            }
        }
        return starts;
    }
}
