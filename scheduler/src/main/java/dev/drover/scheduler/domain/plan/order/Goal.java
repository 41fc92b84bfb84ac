package dev.drover.scheduler.domain.plan.order;

/** When a timetable is as good as it can be: nothing that ends by then can end sooner. */
final class Goal {
    private static final double MILLIS_A_SECOND = 1000;
    private static final double GOOD_ENOUGH = 1.001;
    private static final double ROUNDING = 0.001;

    private final long millis;

    private Goal(long millis) {
        this.millis = millis;
    }

    /**
     * For a bound in seconds. Where all moves take a multiple of some time, so does every timetable, for nothing need
     * start but at the end of another; where their rates are free, a thousandth is not worth the search.
     */
    static Goal of(Moves moves, double boundSeconds) {
        double boundMillis = boundSeconds * MILLIS_A_SECOND;
        if (!moves.areAtFullRates()) {
            return new Goal((long) Math.ceil(boundMillis * GOOD_ENOUGH));
        }
        long step = commonStep(moves);
        return new Goal((long) Math.ceil((boundMillis - ROUNDING) / step) * step);
    }

    boolean isReachedBy(Timetable timetable) {
        return timetable.makespanMillis() <= millis;
    }

    /** How much of a timetable lies behind the goal: late moves count more than several that are a little late. */
    double missedBy(Timetable timetable, int moves) {
        double missed = 0;
        for (int move = 0; move < moves; move++) {
            double late = Math.max(0, timetable.endMillis(move) - millis);
            missed += late * late;
        }
        return missed;
    }

    private static long commonStep(Moves moves) {
        long step = 0;
        for (int move = 0; move < moves.count(); move++) {
            step = greatestCommonDivisor(moves.fullMillis(move), step);
        }
        return Math.max(1, step);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
