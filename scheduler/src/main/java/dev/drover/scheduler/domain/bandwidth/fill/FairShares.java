package dev.drover.scheduler.domain.bandwidth.fill;

import java.util.Arrays;

/**
 * Weighted max-min fair shares of flows that come and go. Links and flows go by numbers, rates count in steps. The rates
 * are those of the flows and links that are there, however they came to be so. Mutable.
 */
public final class FairShares {
    /** No link has more steps than this. */
    public static final long MOST = Integer.MAX_VALUE;

    private final Crossings crossings;
    private final Neighbourhood neighbourhood;
    private final IntBag touched = new IntBag();
    private long[] rate = {};

    /** Nothing flows over these links. */
    public FairShares(long[] capacity) {
        for (long steps : capacity) {
            requireWithin("capacity", steps, 0, MOST);
        }
        this.crossings = new Crossings(capacity);
        this.neighbourhood = new Neighbourhood(crossings);
    }

    /**
     * A flow begins, or asks for something else than before. Of flows for which all else is equal, the one with the
     * smaller number comes first.
     *
     * @param path links, each once
     */
    public void put(int flow, int[] path, int weight, long floor, long ceiling) {
        requireWithin("weight", weight, 1, 1 << 10);
        requireWithin("floor", floor, 0, Long.MAX_VALUE);
        requireWithin("ceiling", ceiling, 0, Long.MAX_VALUE);
        if (crossings.has(flow)) {
            takeAway(flow);
        }
        add(flow, new Claim(path, weight, Math.min(floor, MOST), Math.min(ceiling, MOST)));
    }

    /** A flow ends, if it is there. */
    public void remove(int flow) {
        if (crossings.has(flow)) {
            takeAway(flow);
            rate[flow] = 0;
        }
    }

    /** A link is wider or narrower than before. */
    public void resize(int link, long capacity) {
        requireWithin("capacity", capacity, 0, MOST);
        int[] flows = crossings.flowsOn(link).sorted();
        Claim[] claims = Arrays.stream(flows).mapToObj(crossings::claim).toArray(Claim[]::new);
        Arrays.stream(flows).forEach(this::takeAway);
        crossings.resize(link, capacity);
        for (int i = 0; i < flows.length; i++) {
            add(flows[i], claims[i]);
        }
    }

    /** Brings all rates up to date. The flows that got another rate, in ascending order. */
    public int[] settle() {
        IntBag changed = new IntBag();
        for (int i = 0; i < touched.count(); i++) {
            int flow = touched.get(i);
            if (crossings.has(flow) && neighbourhood.isNew(flow)) {
                neighbourhood.findFrom(flow);
                fill(neighbourhood.flows(), neighbourhood.links(), changed);
            }
        }
        neighbourhood.forget();
        touched.clear();
        return changed.sorted();
    }

    /** As of the last {@link #settle}; none for a flow that is not there. */
    public long rate(int flow) {
        return flow < rate.length ? rate[flow] : 0;
    }

    private void fill(int[] flows, int[] links, IntBag changed) {
        long[] rates = Filling.fill(new Patch(crossings, flows, links));
        for (int i = 0; i < flows.length; i++) {
            if (rate[flows[i]] != rates[i]) {
                rate[flows[i]] = rates[i];
                changed.add(flows[i]);
            }
        }
    }

    private void add(int flow, Claim claim) {
        crossings.add(flow, claim);
        rate = flow < rate.length ? rate : Arrays.copyOf(rate, 2 * flow + 8);
        touched.add(flow);
        touchNeighbours(claim);
    }

    private void takeAway(int flow) {
        Claim claim = crossings.claim(flow);
        touchNeighbours(claim);
        crossings.remove(flow);
    }

    /** Before a flow goes and after it has come: whom it may hold back, it does so on a link that then limits. */
    private void touchNeighbours(Claim claim) {
        for (int link : claim.path()) {
            if (crossings.limits(link)) {
                IntBag flows = crossings.flowsOn(link);
                for (int i = 0; i < flows.count(); i++) {
                    touched.add(flows.get(i));
                }
            }
        }
    }

    private static void requireWithin(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + "; give " + least + " to " + most);
        }
    }
}
