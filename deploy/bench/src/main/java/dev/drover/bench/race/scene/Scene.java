package dev.drover.bench.race.scene;

import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.stream.IntStream;

/** The moves of a race, numbered in the order of the instance, and the links that they cross. */
public final class Scene {
    private final PlanningProblem problem;
    private final Noise noise;
    private final List<Leg> legs;
    private final List<Truth> truths;
    private final int[][] paths;

    /** For moves that are all possible. */
    public Scene(PlanningProblem problem, List<Leg> legs, Noise noise, long seed) {
        this.problem = problem;
        this.noise = noise;
        this.legs = List.copyOf(legs);
        this.truths = legs.stream()
                .map(leg -> Truth.of(problem.vms().get(leg.vm()), leg.vm(), noise, seed))
                .toList();
        this.paths = legs.stream()
                .map(leg -> problem.network().path(problem.vms().get(leg.vm()).source(), leg.destination()))
                .toArray(int[][]::new);
    }

    /** As the instance says. */
    public PlanningProblem problem() {
        return problem;
    }

    /** What the instance does not say. */
    public Noise noise() {
        return noise;
    }

    /** Moves have numbers less than this. */
    public int moves() {
        return legs.size();
    }

    /** All of them. */
    public IntStream eachMove() {
        return IntStream.range(0, moves());
    }

    /** Links have numbers less than this. */
    public int links() {
        return problem.network().linkCount();
    }

    /** Of a link. */
    public BitsPerSecond capacity(int link) {
        return BitsPerSecond.megabits(problem.network().capacityMbps(link));
    }

    /** What {@code host} can send, and receive. */
    public BitsPerSecond nic(int host) {
        return capacity(Network.up(host));
    }

    /** The links that the move crosses. Not a copy: to be read only. */
    public int[] path(int move) {
        return paths[move];
    }

    /** What the path of the move carries at most. */
    public BitsPerSecond pathRate(int move) {
        return BitsPerSecond.megabits(problem.network().narrowestMbps(paths[move]));
    }

    /** Whose move it is, as far as anybody knows. */
    public PlannedVm vm(int move) {
        return problem.vms().get(legs.get(move).vm());
    }

    /** Where it begins. */
    public int source(int move) {
        return vm(move).source();
    }

    /** Where it ends. */
    public int destination(int move) {
        return legs.get(move).destination();
    }

    /** What nobody knows of it beforehand. */
    public Truth truth(int move) {
        return truths.get(move);
    }
}
