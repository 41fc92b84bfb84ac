package dev.drover.scheduler.domain.plan.whole;

import dev.drover.scheduler.domain.plan.bound.LowerBound;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.List;

/**
 * All moves with their times, in the order of the vms.
 *
 * @param bound for the vms that move
 * @param unmoved who should move and does not, and why
 */
public record WholePlan(LowerBound bound, List<PlannedMove> moves, List<Unmoved> unmoved) {
    /** Copies the lists. */
    public WholePlan {
        moves = List.copyOf(moves);
        unmoved = List.copyOf(unmoved);
    }

    /** When the last move ends; the first ones start at zero. */
    public long makespanMillis() {
        return moves.stream().mapToLong(PlannedMove::endMillis).max().orElse(0);
    }

    /** Whether it moves more vms than the other, or as many sooner. */
    public boolean isBetterThan(WholePlan other) {
        return moves.size() != other.moves.size()
                ? moves.size() > other.moves.size()
                : makespanMillis() < other.makespanMillis();
    }
}
