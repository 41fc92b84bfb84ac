package dev.drover.scheduler.domain.plan.order;

import dev.drover.scheduler.domain.plan.queue.LongHeap;
import java.util.Arrays;

/**
 * List scheduling: at each instant at which something becomes free, whoever comes first in the order and finds all it
 * needs is started. A move waits at one thing that it lacks and is looked at again only when some of that is given
 * back, so that an instant costs what changes in it, not all that waits.
 */
final class ListScheduler {
    /** A running move is one number, its end before its rank, so that numbers in order are ends in order. */
    private static final int RANK_BITS = 20;

    static final int MOST_MOVES = 1 << RANK_BITS;

    private final Moves moves;
    private final int[] order;
    private final Resources resources;
    private final Timetable timetable;
    private final WaitingMoves waiting;
    private final int[] waitsAt;
    private final LongHeap running = new LongHeap();
    private final LongHeap candidates = new LongHeap();
    private final int[] putOff;
    private final long leastMbps;
    private final int[] givenBack;
    private final boolean[] isGivenBack;
    private int givenBackCount;

    private ListScheduler(Moves moves, HostRooms rooms, int[] order) {
        this.moves = moves;
        this.order = order;
        this.resources = new Resources(moves, rooms);
        this.timetable = new Timetable(moves.count());
        this.waiting = new WaitingMoves(resources.count(), order.length);
        this.waitsAt = new int[order.length];
        this.putOff = new int[order.length];
        this.leastMbps = Arrays.stream(order).mapToLong(moves::leastMbps).min().orElse(0);
        this.givenBack = new int[resources.count()];
        this.isGivenBack = new boolean[resources.count()];
    }

    /** Starts each move as soon as it may, the first in {@code order} before the others. */
    static Timetable run(Moves moves, HostRooms rooms, int[] order) {
        ListScheduler scheduler = new ListScheduler(moves, rooms, order);
        scheduler.startAtZero();
        while (!scheduler.running.isEmpty()) {
            scheduler.nextInstant();
        }
        return scheduler.timetable;
    }

    private void startAtZero() {
        for (int rank = 0; rank < order.length; rank++) {
            int lacking = resources.lacking(order[rank]);
            if (lacking == Resources.NOTHING) {
                start(rank, 0);
            } else {
                waitAt(lacking, rank);
            }
        }
    }

    private void nextInstant() {
        long now = running.least() >> RANK_BITS;
        while (!running.isEmpty() && running.least() >> RANK_BITS == now) {
            end(order[(int) running.removeLeast() & (MOST_MOVES - 1)]);
        }
        for (int i = 0; i < givenBackCount; i++) {
            isGivenBack[givenBack[i]] = false;
            callFirst(givenBack[i]);
        }
        givenBackCount = 0;
        startCandidates(now);
    }

    private void end(int move) {
        resources.giveBack(move, timetable.rateMbps(move));
        for (int link : moves.path(move)) {
            noteGivenBack(link);
        }
        noteGivenBack(resources.roomLeftBy(move));
    }

    private void noteGivenBack(int resource) {
        if (!isGivenBack[resource]) {
            isGivenBack[resource] = true;
            givenBack[givenBackCount++] = resource;
        }
    }

    /** Nobody is sent back to wait before all have been looked at: what is used up now is not given back now. */
    private void startCandidates(long now) {
        int putOffCount = 0;
        while (!candidates.isEmpty()) {
            int rank = (int) candidates.removeLeast();
            int calledFrom = waitsAt[rank];
            waiting.removeFirst(calledFrom);
            int lacking = resources.lacking(order[rank]);
            if (lacking == Resources.NOTHING) {
                start(rank, now);
            } else {
                waitsAt[rank] = lacking;
                putOff[putOffCount++] = rank;
            }
            callFirst(calledFrom);
        }
        for (int i = 0; i < putOffCount; i++) {
            waiting.add(waitsAt[putOff[i]], putOff[i]);
        }
    }

    private void callFirst(int resource) {
        int rank = waiting.first(resource);
        if (rank != WaitingMoves.NOBODY && resources.mayServe(resource, leastMbps)) {
            candidates.add(rank);
        }
    }

    private void waitAt(int resource, int rank) {
        waitsAt[rank] = resource;
        waiting.add(resource, rank);
    }

    private void start(int rank, long now) {
        int move = order[rank];
        long rate = resources.rateFor(move);
        long took = rate == moves.fullMbps(move) ? moves.fullMillis(move) : moves.millis(move, rate);
        resources.take(move, rate);
        timetable.set(move, now, now + took, rate);
        running.add((now + took) << RANK_BITS | rank);
    }
}
