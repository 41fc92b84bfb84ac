package dev.drover.scheduler.domain.plan.order;

import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.schema.id.InvalidValueException;
import java.util.Arrays;
import java.util.List;

/**
 * Moves that are to be put in order, as arrays: each has a path, the highest rate that the path carries, how long it
 * takes at that rate, and the lowest rate at which it may be made.
 */
final class Moves {
    /** A time then fits into a number beside a move's. It is some 280 years. */
    private static final long MOST_MILLIS = 1L << 43;

    private final PlanningProblem problem;
    private final DurationModel model;
    private final List<Leg> legs;
    private final int[][] path;
    private final long[] fullMbps;
    private final long[] leastMbps;
    private final long[] fullMillis;

    private Moves(Moves same, long[] leastMbps) {
        this.problem = same.problem;
        this.model = same.model;
        this.legs = same.legs;
        this.path = same.path;
        this.fullMbps = same.fullMbps;
        this.fullMillis = same.fullMillis;
        this.leastMbps = leastMbps;
    }

    /** All legs must have a path on which their copies come to an end. */
    Moves(PlanningProblem problem, DurationModel model, List<Leg> legs) {
        this.problem = problem;
        this.model = model;
        this.legs = legs;
        this.path = new int[legs.size()][];
        this.fullMbps = new long[legs.size()];
        this.leastMbps = new long[legs.size()];
        this.fullMillis = new long[legs.size()];
        for (int move = 0; move < legs.size(); move++) {
            path[move] = problem.network().path(vm(move).source(), leg(move).destination());
            fullMbps[move] = problem.network().narrowestMbps(path[move]);
            fullMillis[move] = millis(move, fullMbps[move]);
            leastMbps[move] = convergingMbps(move);
        }
        requireThatTimeIsLongEnough();
    }

    /** The same moves, none of which may be slower than its path. */
    Moves atFullRates() {
        return new Moves(this, fullMbps);
    }

    int count() {
        return legs.size();
    }

    PlanningProblem problem() {
        return problem;
    }

    Leg leg(int move) {
        return legs.get(move);
    }

    PlannedVm vm(int move) {
        return problem.vms().get(legs.get(move).vm());
    }

    int[] path(int move) {
        return path[move];
    }

    long fullMbps(int move) {
        return fullMbps[move];
    }

    long leastMbps(int move) {
        return leastMbps[move];
    }

    long fullMillis(int move) {
        return fullMillis[move];
    }

    /** Whether no move may be slower than its path. */
    boolean areAtFullRates() {
        return Arrays.equals(leastMbps, fullMbps);
    }

    /** At a rate from the lowest to the highest. */
    long millis(int move, long rateMbps) {
        return model.millis(vm(move).workload(), rateMbps)
                .orElseThrow(() -> new IllegalStateException("a move was let in whose copy never ends"));
    }

    /** A copy that does not come to an end at the model's lowest rate gets the whole path. */
    private long convergingMbps(int move) {
        long least = model.leastMbps(fullMbps[move]);
        return least == fullMbps[move]
                        || model.millis(vm(move).workload(), least).isPresent()
                ? least
                : fullMbps[move];
    }

    private void requireThatTimeIsLongEnough() {
        double total = 0;
        for (int move = 0; move < count(); move++) {
            total += leastMbps[move] == fullMbps[move] ? fullMillis[move] : millis(move, leastMbps[move]);
        }
        if (total >= MOST_MILLIS) {
            throw new InvalidValueException(
                    "vms", "would take centuries to copy; widen the narrowest link, or check memUsed");
        }
    }
}
