package dev.drover.bench.run;

import dev.drover.bench.result.HeapResult;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/** How much memory a state takes that was read from a log, and so shares nothing with anything else here. */
final class HeldState {
    private static final int COLLECTIONS = 3;
    private static final long HUNDRED_THOUSAND = 100_000;

    private HeldState() {}

    static HeapResult weigh(Place place, int vms) {
        long with = used(ReplayRound.fold(place));
        long without = used("nothing");
        long bytes = Math.max(0, with - without);
        return new HeapResult(bytes, bytes * HUNDRED_THOUSAND / vms);
    }

    private static long used(Object held) {
        try {
            for (int i = 0; i < COLLECTIONS; i++) {
                System.gc();
            }
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } finally {
            Reference.reachabilityFence(held);
        }
    }
}
