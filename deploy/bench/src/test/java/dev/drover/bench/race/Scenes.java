package dev.drover.bench.race;

import dev.drover.bench.race.scene.Noise;
import dev.drover.bench.race.scene.Scene;
import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.problem.Cable;
import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedHost;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hosts around one switch, and guests of 1 GB each that go from some of them to others. */
public final class Scenes {
    /** Takes 8 s over 1 Gbit/s. */
    public static final Workload IDLE = new Workload(1000, 0, 1, 0);

    private final List<PlannedVm> vms = new ArrayList<>();
    private final int hosts;
    private final long nicMbps;
    private Demand room = new Demand(1 << 20, 1 << 20);
    private Noise noise = Noise.NONE;

    private Scenes(int hosts, long nicMbps) {
        this.hosts = hosts;
        this.nicMbps = nicMbps;
    }

    /** With cards of this speed. */
    public static Scenes star(int hosts, long nicMbps) {
        return new Scenes(hosts, nicMbps);
    }

    /** So many such guests are to go this way. */
    public Scenes vms(int count, Workload workload, int source, int destination) {
        for (int i = 0; i < count; i++) {
            vms.add(new PlannedVm("v" + vms.size(), source, destination, new Demand(1024, 1), workload));
        }
        return this;
    }

    /** Hosts have room for so many guests. */
    public Scenes room(int guests) {
        room = new Demand(1024L * guests, guests);
        return this;
    }

    /** With this hidden. */
    public Scenes noise(Noise other) {
        noise = other;
        return this;
    }

    /** From this seed. */
    public Scene scene(long seed) {
        List<PlannedHost> all = IntStream.range(0, hosts)
                .mapToObj(host -> new PlannedHost("h" + host, room, true))
                .toList();
        List<String> nodes = Stream.concat(all.stream().map(PlannedHost::id), Stream.of("switch"))
                .toList();
        List<Cable> cables = IntStream.range(0, hosts)
                .mapToObj(host -> new Cable(host, hosts, nicMbps))
                .toList();
        PlanningProblem problem = new PlanningProblem("star", all, Network.of(nodes, cables), vms);
        List<Leg> legs = IntStream.range(0, vms.size())
                .mapToObj(vm -> new Leg(vm, vms.get(vm).destination()))
                .toList();
        return new Scene(problem, legs, noise, seed);
    }
}
