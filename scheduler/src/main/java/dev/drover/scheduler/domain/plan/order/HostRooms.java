package dev.drover.scheduler.domain.plan.order;

import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import java.util.BitSet;

/**
 * The room of hosts that could get too full on the way: a host that takes all its newcomers beside all that it has now
 * need not be watched.
 */
final class HostRooms {
    private final Moves moves;
    private final BitSet watched = new BitSet();
    private final long[] freeMiB;
    private final long[] freeCpus;

    private HostRooms(Moves moves) {
        this.moves = moves;
        int hosts = moves.problem().hosts().size();
        this.freeMiB = new long[hosts];
        this.freeCpus = new long[hosts];
        for (int host = 0; host < hosts; host++) {
            Demand capacity = moves.problem().hosts().get(host).capacity();
            freeMiB[host] = capacity.memoryMiB();
            freeCpus[host] = capacity.cpus();
        }
        for (PlannedVm vm : moves.problem().vms()) {
            charge(vm.source(), vm.demand());
        }
    }

    /** As it is before the first move. */
    static HostRooms of(Moves moves) {
        HostRooms rooms = new HostRooms(moves);
        for (int move = 0; move < moves.count(); move++) {
            rooms.charge(moves.leg(move).destination(), moves.vm(move).demand());
        }
        for (int host = 0; host < rooms.freeMiB.length; host++) {
            rooms.watched.set(host, rooms.freeMiB[host] < 0 || rooms.freeCpus[host] < 0);
        }
        for (int move = 0; move < moves.count(); move++) {
            rooms.release(moves.leg(move).destination(), moves.vm(move).demand());
        }
        return rooms;
    }

    /** The same where rooms play no part. */
    static HostRooms unlimited(Moves moves) {
        return new HostRooms(moves);
    }

    boolean fits(int move) {
        int host = moves.leg(move).destination();
        if (!watched.get(host)) {
            return true;
        }
        Demand demand = moves.vm(move).demand();
        return demand.memoryMiB() <= freeMiB[host] && demand.cpus() <= freeCpus[host];
    }

    void arrive(int move) {
        charge(moves.leg(move).destination(), moves.vm(move).demand());
    }

    void leave(int move) {
        release(moves.vm(move).source(), moves.vm(move).demand());
    }

    private void charge(int host, Demand demand) {
        freeMiB[host] -= demand.memoryMiB();
        freeCpus[host] -= demand.cpus();
    }

    private void release(int host, Demand demand) {
        freeMiB[host] += demand.memoryMiB();
        freeCpus[host] += demand.cpus();
    }
}
