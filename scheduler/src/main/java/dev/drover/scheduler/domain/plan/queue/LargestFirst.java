package dev.drover.scheduler.domain.plan.queue;

import java.util.Arrays;

/** Orders things by a key, the largest first; of equal ones the one that stands first stays first. */
public final class LargestFirst {
    private static final int PLACE_BITS = 20;

    private LargestFirst() {}

    /** The places of the keys in order. A key is at least zero and less than 2^43, and there are at most 2^20 of them. */
    public static int[] by(long[] keys) {
        long most = Arrays.stream(keys).max().orElse(0);
        long[] sorted = new long[keys.length];
        Arrays.setAll(sorted, place -> (most - keys[place]) << PLACE_BITS | place);
        Arrays.sort(sorted);
        int[] order = new int[keys.length];
        Arrays.setAll(order, rank -> (int) sorted[rank] & ((1 << PLACE_BITS) - 1));
        return order;
    }
}
