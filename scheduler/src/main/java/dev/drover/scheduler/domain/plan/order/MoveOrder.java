package dev.drover.scheduler.domain.plan.order;

import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives moves their times and rates, so that no link carries more than it can and no host holds more than it has room
 * for, both ends of a move counted while it runs. All legs must have a path on which their copies come to an end.
 */
public final class MoveOrder {
    private MoveOrder() {}

    /** Plain list scheduling, the longest first, each at the full rate of its path: the yardstick. */
    public static OrderedMoves longestFirst(PlanningProblem problem, DurationModel model, List<Leg> legs) {
        Moves moves = new Moves(problem, model, legs).atFullRates();
        return ordered(moves, ListScheduler.run(moves, HostRooms.of(moves), Orders.byDuration(moves)));
    }

    /**
     * The best that is found, never worse than plain list scheduling; the same for the same seed.
     *
     * @param boundSeconds nothing ends before this, so that whatever ends then is good enough
     */
    public static OrderedMoves search(
            PlanningProblem problem, DurationModel model, List<Leg> legs, double boundSeconds, long seed) {
        Moves moves = new Moves(problem, model, legs);
        return ordered(moves, OrderSearch.best(moves, boundSeconds, seed));
    }

    private static OrderedMoves ordered(Moves moves, Timetable timetable) {
        List<PlannedMove> timed = new ArrayList<>();
        List<Unmoved> unmoved = new ArrayList<>();
        for (int move = 0; move < moves.count(); move++) {
            Leg leg = moves.leg(move);
            if (timetable.has(move)) {
                timed.add(new PlannedMove(
                        leg.vm(),
                        leg.destination(),
                        timetable.startMillis(move),
                        timetable.endMillis(move),
                        timetable.rateMbps(move)));
            } else {
                unmoved.add(new Unmoved(leg.vm(), neverFits(moves, move)));
            }
        }
        return new OrderedMoves(timed, unmoved);
    }

    private static String neverFits(Moves moves, int move) {
        Demand demand = moves.vm(move).demand();
        return "never finds room on "
                + moves.problem().hosts().get(moves.leg(move).destination()).id() + ": "
                + demand + " would have to become free there before it may come";
    }
}
