package dev.drover.scheduler.domain.plan.order;

/**
 * What moves wait for: links, then rooms of hosts, numbered in one row. While a move runs it holds its rate on all links
 * of its path; its destination is charged from its start, its source until its end.
 */
final class Resources {
    /** Nothing stands in the way. */
    static final int NOTHING = -1;

    private final Moves moves;
    private final long[] freeMbps;
    private final HostRooms rooms;

    Resources(Moves moves, HostRooms rooms) {
        this.moves = moves;
        this.rooms = rooms;
        this.freeMbps = new long[moves.problem().network().linkCount()];
        for (int link = 0; link < freeMbps.length; link++) {
            freeMbps[link] = moves.problem().network().capacityMbps(link);
        }
    }

    int count() {
        return freeMbps.length + moves.problem().hosts().size();
    }

    /** The first thing that {@code move} lacks. */
    int lacking(int move) {
        long least = moves.leastMbps(move);
        for (int link : moves.path(move)) {
            if (freeMbps[link] < least) {
                return link;
            }
        }
        return rooms.fits(move) ? NOTHING : freeMbps.length + moves.leg(move).destination();
    }

    /** Whether a move that wants little might find it there. */
    boolean mayServe(int resource, long leastMbps) {
        return resource >= freeMbps.length || freeMbps[resource] >= leastMbps;
    }

    /** What the path has for a move that lacks nothing, and no more than it can use. */
    long rateFor(int move) {
        long rate = moves.fullMbps(move);
        for (int link : moves.path(move)) {
            rate = Math.min(rate, freeMbps[link]);
        }
        return rate;
    }

    void take(int move, long rateMbps) {
        for (int link : moves.path(move)) {
            freeMbps[link] -= rateMbps;
        }
        rooms.arrive(move);
    }

    void giveBack(int move, long rateMbps) {
        for (int link : moves.path(move)) {
            freeMbps[link] += rateMbps;
        }
        rooms.leave(move);
    }

    /** The room that becomes free when {@code move} ends. */
    int roomLeftBy(int move) {
        return freeMbps.length + moves.vm(move).source();
    }
}
