package dev.drover.scheduler.domain.bandwidth.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Flows over a few links, and what must be true of their shares. */
final class RandomFlows {
    private record Asked(List<Integer> path, int weight, long floor, long ceiling) {
        boolean crosses(int link) {
            return path.contains(link);
        }

        int[] links() {
            return path.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static final int MOST_FLOWS = 30;
    private final long[] capacity;
    private final SortedMap<Integer, Asked> asked = new TreeMap<>();
    private final FairShares shares;

    private RandomFlows(long[] capacity) {
        this.capacity = capacity.clone();
        this.shares = new FairShares(capacity);
    }

    static RandomFlows over(long... capacity) {
        return new RandomFlows(capacity);
    }

    static RandomFlows of(Random random) {
        RandomFlows flows =
                new RandomFlows(random.longs(2 + random.nextInt(12), 0, 200).toArray());
        for (int flow = 0; flow < random.nextInt(MOST_FLOWS); flow++) {
            flows.putAny(flow, random);
        }
        return flows;
    }

    FairShares shares() {
        return shares;
    }

    boolean has(int flow) {
        return asked.containsKey(flow);
    }

    void put(int flow, int[] path, int weight, long floor, long ceiling) {
        put(flow, new Asked(IntStream.of(path).boxed().toList(), weight, floor, ceiling));
    }

    private void put(int flow, Asked what) {
        asked.put(flow, what);
        shares.put(flow, what.links(), what.weight(), what.floor(), what.ceiling());
    }

    private void putAny(int flow, Random random) {
        int[] path = random.ints(0, capacity.length)
                .distinct()
                .limit(1 + random.nextInt(Math.min(4, capacity.length)))
                .toArray();
        long floor = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
        put(flow, path, 1 + random.nextInt(8), floor, random.nextBoolean() ? 1000 : random.nextInt(100));
    }

    /** A flow comes, goes, or asks for something else, or a link gets wider or narrower. */
    void change(Random random) {
        int flow = random.nextInt(MOST_FLOWS);
        switch (random.nextInt(3)) {
            case 0 -> {
                int link = random.nextInt(capacity.length);
                capacity[link] = random.nextInt(200);
                shares.resize(link, capacity[link]);
            }
            case 1 -> {
                asked.remove(flow);
                shares.remove(flow);
            }
            default -> putAny(flow, random);
        }
    }

    /** The same flows, put there in another order. */
    RandomFlows copy(Random random) {
        RandomFlows copy = new RandomFlows(capacity);
        List<Map.Entry<Integer, Asked>> shuffled = new ArrayList<>(asked.entrySet());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
        return copy;
    }

    /** Rates by the number of the flow, up to the last that is there. */
    int[] settled() {
        shares.settle();
        int flows = asked.isEmpty() ? 0 : asked.lastKey() + 1;
        return IntStream.range(0, flows).map(flow -> (int) shares.rate(flow)).toArray();
    }

    void assertThatTheyFit() {
        for (int link = 0; link < capacity.length; link++) {
            assertThat(left(link)).isGreaterThanOrEqualTo(0);
        }
        asked.forEach((flow, what) -> assertThat(shares.rate(flow)).isLessThanOrEqualTo(what.ceiling()));
    }

    void assertThatNothingIsLeftThatSomebodyCouldUse() {
        asked.forEach((flow, what) -> assertThat(shares.rate(flow) == what.ceiling()
                        || what.path().stream().anyMatch(link -> left(link) == 0))
                .isTrue());
    }

    /**
     * The bottleneck condition: who is below its ceiling crosses a full link on which nobody who is above its floor has
     * more for its weight; all but for a step for each that crosses the link.
     */
    void assertThatWhoIsHeldBackHasAsMuchAsTheOthersThere() {
        asked.forEach((flow, what) -> assertThat(shares.rate(flow) == what.ceiling()
                        || what.path().stream().anyMatch(link -> nobodyHasMore(link, flow)))
                .describedAs("flow %s of %s has %s of %s", flow, asked, shares.rate(flow), capacity)
                .isTrue());
    }

    private boolean nobodyHasMore(int link, int flow) {
        long crossing =
                asked.values().stream().filter(what -> what.crosses(link)).count();
        double own = level(flow, crossing);
        return left(link) < crossing
                && asked.entrySet().stream()
                        .filter(other -> other.getValue().crosses(link))
                        .filter(other ->
                                shares.rate(other.getKey()) > other.getValue().floor())
                        .allMatch(other -> level(other.getKey(), -crossing) <= own);
    }

    private double level(int flow, long more) {
        return (double) (shares.rate(flow) + more)
                / Optional.ofNullable(asked.get(flow)).orElseThrow().weight();
    }

    private long left(int link) {
        return capacity[link]
                - asked.entrySet().stream()
                        .filter(entry -> entry.getValue().crosses(link))
                        .mapToLong(entry -> shares.rate(entry.getKey()))
                        .sum();
    }
}
