package dev.drover.bench.race.track;

import dev.drover.bench.race.scene.Scene;
import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;

/** What hosts have room for. A move counts at its destination from its start, at its source until its end. */
final class Rooms {
    private final Scene scene;
    private final long[] freeMiB;
    private final long[] freeCpus;

    Rooms(Scene scene) {
        this.scene = scene;
        this.freeMiB = scene.problem().hosts().stream()
                .mapToLong(host -> host.capacity().memoryMiB())
                .toArray();
        this.freeCpus = scene.problem().hosts().stream()
                .mapToLong(host -> host.capacity().cpus())
                .toArray();
        for (PlannedVm vm : scene.problem().vms()) {
            change(vm.source(), vm.demand(), -1);
        }
    }

    boolean fits(int move) {
        Demand demand = scene.vm(move).demand();
        int host = scene.destination(move);
        return demand.memoryMiB() <= freeMiB[host] && demand.cpus() <= freeCpus[host];
    }

    void arrive(int move) {
        change(scene.destination(move), scene.vm(move).demand(), -1);
    }

    void leave(int move) {
        change(scene.source(move), scene.vm(move).demand(), 1);
    }

    void giveUp(int move) {
        change(scene.destination(move), scene.vm(move).demand(), 1);
    }

    private void change(int host, Demand demand, int sign) {
        freeMiB[host] += sign * demand.memoryMiB();
        freeCpus[host] += sign * demand.cpus();
    }
}
