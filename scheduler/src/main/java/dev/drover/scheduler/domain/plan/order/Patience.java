package dev.drover.scheduler.domain.plan.order;

/** For how many rounds a search goes on: counted in rounds, not in time, so that a plan is the same on every machine. */
final class Patience {
    /** Rounds times moves cubed: what a round costs grows with the moves, and what it may gain shrinks still faster. */
    private static final double EFFORT = 2e10;

    private static final long MOST_A_MOVE = 40;
    private static final long MOST_IN_VAIN_A_MOVE = 10;

    private final long mostInVain;
    private long left;
    private long inVain;

    private Patience(long left, long mostInVain) {
        this.left = left;
        this.mostInVain = mostInVain;
    }

    static Patience forMoves(int moves) {
        if (moves < 2) {
            return new Patience(0, 0);
        }
        long affordable = (long) (EFFORT / Math.pow(moves, 3));
        return new Patience(Math.min(MOST_A_MOVE * moves, affordable), MOST_IN_VAIN_A_MOVE * moves);
    }

    boolean isLeft() {
        return left > 0 && inVain < mostInVain;
    }

    void spend(boolean gained) {
        left--;
        inVain = gained ? 0 : inVain + 1;
    }
}
