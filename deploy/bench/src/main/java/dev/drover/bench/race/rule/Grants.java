package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.scheduler.domain.bandwidth.fill.FairShares;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.BitSet;
import java.util.stream.IntStream;

/** What Drover's allocator has given, and what the links still have. A guest that is being stopped has its line reserved. */
final class Grants {
    static final BitsPerSecond QUANTUM = BitsPerSecond.mebibytesPerSecond(1);

    private final Scene scene;
    private final FairShares shares;
    private final long[] reservedBits;
    private final long[] free;
    private final long[] granted;
    private final BitSet reserved = new BitSet();
    private final BitSet changed = new BitSet();

    Grants(Scene scene) {
        this.scene = scene;
        this.reservedBits = new long[scene.links()];
        this.free = IntStream.range(0, scene.links()).mapToLong(this::capacity).toArray();
        this.granted = new long[scene.moves()];
        this.shares = new FairShares(free);
    }

    /** What every link of the path has left. */
    BitsPerSecond free(int move) {
        long least = quanta(scene.pathRate(move));
        for (int link : scene.path(move)) {
            least = Math.min(least, free[link]);
        }
        return rate(Math.max(0, least));
    }

    BitsPerSecond of(int move) {
        return rate(granted[move]);
    }

    /** It begins with this much, and has no less while it copies. */
    void give(int move, BitsPerSecond rate) {
        shares.put(move, scene.path(move), 1, quanta(rate), quanta(scene.pathRate(move)));
        set(move, quanta(rate));
    }

    void settle() {
        for (int move : shares.settle()) {
            set(move, shares.rate(move));
            changed.set(move);
        }
    }

    /** Who got another rate since this was asked last. */
    IntStream changed() {
        int[] moves = changed.stream().toArray();
        changed.clear();
        return IntStream.of(moves);
    }

    /** Whether no other guest that is being stopped is in the way. */
    boolean mayReserve(int move) {
        for (int link : scene.path(move)) {
            if (scene.capacity(link).value() - reservedBits[link] < line(move)) {
                return false;
            }
        }
        return true;
    }

    /** The move is as fast as its path now, whatever it was given; the others share what that leaves. */
    void reserve(int move) {
        shares.remove(move);
        set(move, 0);
        changed.clear(move);
        reserved.set(move);
        resize(move, 1);
    }

    void end(int move) {
        if (reserved.get(move)) {
            reserved.clear(move);
            resize(move, -1);
        } else {
            shares.remove(move);
            set(move, 0);
            changed.clear(move);
        }
    }

    private void resize(int move, int sign) {
        for (int link : scene.path(move)) {
            long before = capacity(link);
            reservedBits[link] += sign * line(move);
            free[link] += capacity(link) - before;
            shares.resize(link, capacity(link));
        }
    }

    /** Beside what is reserved. */
    private long capacity(int link) {
        long bits = scene.capacity(link).value() - reservedBits[link];
        return Math.min(FairShares.MOST, bits / QUANTUM.value());
    }

    private void set(int move, long now) {
        for (int link : scene.path(move)) {
            free[link] -= now - granted[move];
        }
        granted[move] = now;
    }

    private long line(int move) {
        return scene.pathRate(move).value();
    }

    private static long quanta(BitsPerSecond rate) {
        return rate.value() / QUANTUM.value();
    }

    private static BitsPerSecond rate(long quanta) {
        return new BitsPerSecond(quanta * QUANTUM.value());
    }
}
