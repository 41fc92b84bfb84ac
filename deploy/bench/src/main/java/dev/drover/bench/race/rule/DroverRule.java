package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Rule;
import dev.drover.bench.race.track.Track;
import dev.drover.scheduler.domain.plan.problem.PrecopyDurations;
import dev.drover.scheduler.domain.plan.problem.Workload;
import dev.drover.schema.unit.BitsPerSecond;

/**
 * Drover: few fast copies rather than many slow ones. The planner's order, by what is known beforehand; whenever something
 * has ended, the first that finds a rate worth having on each of its links starts. What others leave, the allocator
 * hands out. A guest is stopped only while the links that it crosses have room for its line rate.
 */
final class DroverRule implements Rule {
    private static final double CONVERGING = 2;
    private static final double BITS_A_MB = 8e6;
    private static final long BITS_A_MBIT = 1_000_000;

    private final Scene scene;
    private final int[] order;
    private final BitsPerSecond[] least;
    private final Grants grants;

    /** Of all moves, in this order. */
    DroverRule(Scene scene, int[] order) {
        this.scene = scene;
        this.order = order.clone();
        this.least = scene.eachMove().mapToObj(this::worthHaving).toArray(BitsPerSecond[]::new);
        this.grants = new Grants(scene);
    }

    @Override
    public String name() {
        return "drover";
    }

    @Override
    public int[] order() {
        return order;
    }

    @Override
    public void act(Track track) {
        grants.settle();
        track.waiting().forEach(move -> {
            BitsPerSecond rate = grants.free(move);
            if (rate.compareTo(least[move]) >= 0) {
                grants.give(move, rate);
                track.start(move, rate);
            }
        });
        grants.settle();
        grants.changed().forEach(move -> track.limit(move, grants.of(move)));
    }

    @Override
    public boolean mayStop(int move) {
        return grants.mayReserve(move);
    }

    @Override
    public void stopped(int move) {
        grants.reserve(move);
    }

    @Override
    public void sent(int move) {
        grants.end(move);
    }

    /** Half of what the path has, and at which each round is at most half of the one before. */
    private BitsPerSecond worthHaving(int move) {
        BitsPerSecond path = scene.pathRate(move);
        Workload writes = scene.vm(move).workload();
        double converging = CONVERGING * (writes.hotMBps() + writes.coldMBps()) * BITS_A_MB;
        long half = PrecopyDurations.USUAL.leastMbps(path.value() / BITS_A_MBIT);
        return new BitsPerSecond((long) Math.max(converging, (double) (half * BITS_A_MBIT)))
                .min(path)
                .roundedDownTo(Grants.QUANTUM);
    }
}
