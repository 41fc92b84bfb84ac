package dev.drover.bench.race.track;

import dev.drover.bench.race.scene.Scene;
import dev.drover.scheduler.domain.bandwidth.fill.FairShares;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What links carry. Streams that together want more than a link has get fair shares of it, as TCP's do; that is counted
 * as an overrun, once until the link is relieved.
 */
final class Traffic {
    private static final long STEP = 10_000;

    private final Scene scene;
    private final FairShares shares;
    private final long[] wanted;
    private final long[] limit;
    private final BitSet touched = new BitSet();
    private final BitSet overrun = new BitSet();
    private long overruns;

    Traffic(Scene scene) {
        this.scene = scene;
        this.shares = new FairShares(IntStream.range(0, scene.links())
                .mapToLong(link -> steps(scene.capacity(link)))
                .toArray());
        this.wanted = new long[scene.links()];
        this.limit = new long[scene.moves()];
    }

    /** The move sends, and no faster than this. */
    void limit(int move, BitsPerSecond rate) {
        want(move, rate.value());
        shares.put(move, scene.path(move), 1, 0, steps(rate));
    }

    /** The move sends nothing any more. */
    void end(int move) {
        want(move, 0);
        shares.remove(move);
    }

    /** Moves whose rate is another one now. */
    int[] settle() {
        touched.stream().forEach(this::look);
        touched.clear();
        return shares.settle();
    }

    BitsPerSecond rate(int move) {
        return new BitsPerSecond(shares.rate(move) * STEP);
    }

    long overruns() {
        return overruns;
    }

    private void want(int move, long rate) {
        for (int link : scene.path(move)) {
            wanted[link] += rate - limit[move];
            touched.set(link);
        }
        limit[move] = rate;
    }

    private void look(int link) {
        boolean over = wanted[link] > scene.capacity(link).value();
        overruns += over && !overrun.get(link) ? 1 : 0;
        overrun.set(link, over);
    }

    private static long steps(BitsPerSecond rate) {
        return Math.min(FairShares.MOST, rate.value() / STEP);
    }
}
