package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.queue.LongHeap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Hosts that take vms, the least busy first. How busy a host is may grow at any time, but never shrink: so it is enough
 * to look again at the one that comes first.
 */
final class LeastBusy {
    /** Busier than this is as good as busy for ever: a time stands in a number beside a host's. */
    static final long MOST_MILLIS = 1L << 42;

    private static final int HOST_BITS = 20;
    private static final int HOST_MASK = (1 << HOST_BITS) - 1;

    private final Vacancies vacancies;
    private final IntToLongFunction busyMillis;
    private final LongHeap heap = new LongHeap();
    private final LongHeap lookedAt = new LongHeap();

    LeastBusy(Vacancies vacancies, IntToLongFunction busyMillis) {
        this.vacancies = vacancies;
        this.busyMillis = busyMillis;
    }

    void add(int host) {
        heap.add(entry(host));
    }

    /** Up to {@code most} hosts with room for this much. A host that has no room for anything is forgotten. */
    IntStream withRoom(Demand demand, int most) {
        int[] found = new int[most];
        int count = 0;
        while (count < most && !heap.isEmpty()) {
            int host = removeFirst();
            if (!vacancies.isFull(host)) {
                lookedAt.add(entry(host));
            }
            if (vacancies.fits(host, demand)) {
                found[count++] = host;
            }
        }
        while (!lookedAt.isEmpty()) {
            heap.add(lookedAt.removeLeast());
        }
        return IntStream.of(found).limit(count);
    }

    private int removeFirst() {
        long first = heap.removeLeast();
        for (long now = entry(hostOf(first)); now != first; now = entry(hostOf(first))) {
            heap.add(now);
            first = heap.removeLeast();
        }
        return hostOf(first);
    }

    private long entry(int host) {
        return busyMillis.applyAsLong(host) << HOST_BITS | host;
    }

    private static int hostOf(long entry) {
        return (int) entry & HOST_MASK;
    }
}
