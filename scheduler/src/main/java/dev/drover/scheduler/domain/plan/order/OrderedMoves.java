package dev.drover.scheduler.domain.plan.order;

import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.List;

/** Moves with their times, in the order of the vms, and those that never find room. */
public record OrderedMoves(List<PlannedMove> moves, List<Unmoved> unmoved) {
    /** Copies the lists. */
    public OrderedMoves {
        moves = List.copyOf(moves);
        unmoved = List.copyOf(unmoved);
    }

    /** When the last one ends. */
    public long makespanMillis() {
        return moves.stream().mapToLong(PlannedMove::endMillis).max().orElse(0);
    }

    /** The moves without their times. */
    public List<Leg> legs() {
        return moves.stream()
                .map(move -> new Leg(move.vm(), move.destination()))
                .toList();
    }
}
