package dev.drover.scheduler.domain.plan.order;

import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.queue.LargestFirst;
import java.util.Arrays;

/** Orders in which to start moves. */
final class Orders {
    private Orders() {}

    /** Plain longest-first. */
    static int[] byDuration(Moves moves) {
        long[] millis = new long[moves.count()];
        Arrays.setAll(millis, moves::fullMillis);
        return LargestFirst.by(millis);
    }

    /**
     * By what its most critical link has to carry from this move on, if that carries its longest first: a link that is
     * behind comes before others, whatever the length of its next move.
     */
    static int[] byCriticalLink(Moves moves) {
        Network network = moves.problem().network();
        double[] left = new double[network.linkCount()];
        for (int move = 0; move < moves.count(); move++) {
            for (int link : moves.path(move)) {
                left[link] += busyMillis(moves, move, network.capacityMbps(link));
            }
        }
        long[] keys = new long[moves.count()];
        for (int move : byDuration(moves)) {
            double most = 0;
            for (int link : moves.path(move)) {
                most = Math.max(most, left[link]);
                left[link] -= busyMillis(moves, move, network.capacityMbps(link));
            }
            keys[move] = Math.round(most);
        }
        return LargestFirst.by(keys);
    }

    /** The last to end first: the order in which to make a timetable from its end. */
    static int[] byEnd(Moves moves, Timetable timetable) {
        long[] millis = new long[moves.count()];
        Arrays.setAll(millis, timetable::endMillis);
        return LargestFirst.by(millis);
    }

    private static double busyMillis(Moves moves, int move, long capacityMbps) {
        return (double) moves.fullMillis(move) * moves.fullMbps(move) / capacityMbps;
    }
}
