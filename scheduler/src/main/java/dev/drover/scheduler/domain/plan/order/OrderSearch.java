package dev.drover.scheduler.domain.plan.order;

/**
 * Looks for an order of moves whose timetable ends soon, and stops when none can end sooner. Plain longest-first is tried
 * first and the best is kept, so what is found is never worse than that.
 */
final class OrderSearch {
    /** Rounds times moves cubed: what a round costs grows with the moves, and what it may gain shrinks still faster. */
    private static final double EFFORT = 2e10;

    private static final double MOST_ROUNDS = 4_000;

    private final Moves moves;
    private final Goal goal;
    private int[] bestOrder;
    private Timetable best;

    private OrderSearch(Moves moves, Goal goal, int[] order, Timetable timetable) {
        this.moves = moves;
        this.goal = goal;
        this.bestOrder = order;
        this.best = timetable;
    }

    /** The same for the same seed. Nothing ends before {@code boundSeconds}. */
    static Timetable best(Moves moves, double boundSeconds, long seed) {
        OrderSearch search = longestFirst(moves.atFullRates(), Goal.of(moves, boundSeconds));
        search.offer(Orders.byCriticalLink(moves));
        search.offerFromBothEnds();
        OrderSearch wider = moves.areAtFullRates() ? search : search.withSlowerCopies(moves);
        wider.improve(new Dice(seed));
        return wider.best;
    }

    private static OrderSearch longestFirst(Moves moves, Goal goal) {
        int[] order = Orders.byDuration(moves);
        return new OrderSearch(moves, goal, order, ListScheduler.run(moves, HostRooms.of(moves), order));
    }

    /** Goes on with copies that may also take what others leave of a path. */
    private OrderSearch withSlowerCopies(Moves atAnyRate) {
        OrderSearch wider = new OrderSearch(atAnyRate, goal, bestOrder, best);
        wider.offer(bestOrder);
        return wider;
    }

    private boolean isDone() {
        return goal.isReachedBy(best) && best.timed() == moves.count();
    }

    private void offer(int[] order) {
        if (!isDone()) {
            keepIfBetter(order, run(order));
        }
    }

    /**
     * Packs the best timetable from its end and then from its beginning: what was left over at the end is spread to where
     * links were idle. Rooms play no part on the way back.
     */
    private void offerFromBothEnds() {
        if (!isDone()) {
            Timetable backwards = ListScheduler.run(moves, HostRooms.unlimited(moves), Orders.byEnd(moves, best));
            offer(Orders.byEnd(moves, backwards));
        }
    }

    /** Puts single moves elsewhere, and goes on from each order that is no worse. */
    private void improve(Dice dice) {
        int[] order = bestOrder;
        Timetable reached = best;
        for (long round = rounds(); round > 0 && !isDone(); round--) {
            int[] other = Shuffle.oneMove(order, dice);
            Timetable tried = run(other);
            if (isNoWorse(tried, reached)) {
                order = other;
                reached = tried;
                keepIfBetter(other, tried);
            }
        }
    }

    private long rounds() {
        return moves.count() < 2 ? 0 : (long) Math.min(MOST_ROUNDS, EFFORT / Math.pow(moves.count(), 3));
    }

    private boolean isNoWorse(Timetable tried, Timetable reached) {
        return tried.timed() != reached.timed()
                ? tried.timed() > reached.timed()
                : goal.missedBy(tried, moves.count()) <= goal.missedBy(reached, moves.count());
    }

    private void keepIfBetter(int[] order, Timetable timetable) {
        if (timetable.isBetterThan(best)) {
            best = timetable;
            bestOrder = order;
        }
    }

    private Timetable run(int[] order) {
        return ListScheduler.run(moves, HostRooms.of(moves), order);
    }
}
