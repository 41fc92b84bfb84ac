package dev.drover.scheduler.domain.plan.order;

/**
 * Looks for an order of moves whose timetable ends soon, and stops when none can end sooner. Plain longest-first is tried
 * first and the best is kept, so what is found is never worse than that.
 */
final class OrderSearch {
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

    /** Changes the best order a little, and goes on from each that is no worse. */
    private void improve(Dice dice) {
        Patience patience = Patience.forMoves(moves.count());
        Attempt reached = attempt(bestOrder, best);
        while (!isDone() && patience.isLeft()) {
            int[] order = Shuffle.oneMove(reached.order(), dice);
            Attempt tried = attempt(order, run(order));
            patience.spend(tried.isBetterThan(reached));
            if (!reached.isBetterThan(tried)) {
                reached = tried;
                keepIfBetter(tried.order(), tried.timetable());
            }
        }
    }

    private Attempt attempt(int[] order, Timetable timetable) {
        return new Attempt(order, timetable, goal.missedBy(timetable, moves.count()));
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
