package dev.drover.bench.shares;

import dev.drover.scheduler.domain.bandwidth.fill.FairShares;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Shares of migrations between hosts at random: racks of 24 hosts, 400 racks, up and down a link each. */
public final class SharesBench {
    private static final int RACKS = 400;
    private static final int HOSTS_A_RACK = 24;
    private static final int HOSTS = RACKS * HOSTS_A_RACK;
    private static final int LINKS = 2 * (HOSTS + RACKS);
    private static final long NIC_STEPS = 1192;
    private static final long UPLINK_STEPS = 4 * NIC_STEPS;
    private static final int ROUNDS = 15;
    private static final int CHANGES = 300;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_MILLI = 1e6;

    private final long seed;

    /** All flows from this seed. */
    public SharesBench(long seed) {
        this.seed = seed;
    }

    /** Medians, after as many rounds that do not count. */
    public SharesResult measure(int flows) {
        int[][] paths = paths(flows);
        double[] full = new double[ROUNDS];
        FairShares shares = filled(paths);
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long begin = System.nanoTime();
            shares = filled(paths);
            full[round % ROUNDS] = (System.nanoTime() - begin) / NANOS_A_MILLI;
        }
        return changes(paths, shares, median(full));
    }

    private SharesResult changes(int[][] paths, FairShares shares, double fullMillis) {
        Random random = new Random(seed);
        double[] micros = new double[CHANGES];
        long changed = 0;
        for (int change = 0; change < 2 * CHANGES; change++) {
            int flow = random.nextInt(paths.length);
            long begin = System.nanoTime();
            shares.remove(flow);
            int left = shares.settle().length;
            long between = System.nanoTime();
            put(shares, flow, paths[flow]);
            shares.settle();
            micros[change % CHANGES] = Math.max(between - begin, System.nanoTime() - between) / NANOS_A_MICRO;
            changed += change < CHANGES ? 0 : left;
        }
        Arrays.sort(micros);
        SharesResult.Change times = new SharesResult.Change(micros[CHANGES / 2], micros[CHANGES * 99 / 100]);
        return new SharesResult(paths.length, LINKS, fullMillis, times, (double) changed / CHANGES);
    }

    private int[][] paths(int flows) {
        Random random = new Random(seed);
        return IntStream.range(0, flows)
                .mapToObj(flow -> path(random.nextInt(HOSTS), random.nextInt(HOSTS)))
                .toArray(int[][]::new);
    }

    /** Out of a host is an even number, into one the odd number after it; racks come after hosts. */
    private static int[] path(int source, int destination) {
        int out = HOSTS + source / HOSTS_A_RACK;
        int in = HOSTS + destination / HOSTS_A_RACK;
        return out == in
                ? new int[] {2 * source, 2 * destination + 1}
                : new int[] {2 * source, 2 * out, 2 * in + 1, 2 * destination + 1};
    }

    private static FairShares filled(int[][] paths) {
        FairShares shares = new FairShares(IntStream.range(0, LINKS)
                .mapToLong(link -> link < 2 * HOSTS ? NIC_STEPS : UPLINK_STEPS)
                .toArray());
        for (int flow = 0; flow < paths.length; flow++) {
            put(shares, flow, paths[flow]);
        }
        shares.settle();
        return shares;
    }

    private static void put(FairShares shares, int flow, int[] path) {
        shares.put(flow, path, 1 + flow % 4, 1, NIC_STEPS);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
