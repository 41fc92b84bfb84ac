package dev.drover.scheduler.domain.bandwidth.fill;

import java.util.Arrays;

/** Finds the flows whose rates hang together: each shares a link that limits with another of them. */
final class Neighbourhood {
    private final Crossings crossings;
    private final boolean[] seenLink;
    private boolean[] seenFlow = {};
    private final IntBag flows = new IntBag();
    private final IntBag links = new IntBag();
    private final IntBag allLinks = new IntBag();
    private final IntBag allFlows = new IntBag();

    Neighbourhood(Crossings crossings) {
        this.crossings = crossings;
        this.seenLink = new boolean[crossings.links()];
    }

    /** Whether none of those found since the last {@link #forget} holds it. */
    boolean isNew(int flow) {
        seenFlow = seenFlow.length < crossings.flows() ? Arrays.copyOf(seenFlow, 2 * crossings.flows()) : seenFlow;
        return !seenFlow[flow];
    }

    /** That of a flow that is new. */
    void findFrom(int flow) {
        flows.clear();
        links.clear();
        meet(flow);
        for (int next = 0; next < flows.count(); next++) {
            for (int link : crossings.claim(flows.get(next)).path()) {
                if (crossings.limits(link) && !seenLink[link]) {
                    cross(link);
                }
            }
        }
    }

    /** Of the one found last, in ascending order. */
    int[] flows() {
        return flows.sorted();
    }

    /** The links that limit there, in ascending order. */
    int[] links() {
        return links.sorted();
    }

    void forget() {
        for (int i = 0; i < allFlows.count(); i++) {
            seenFlow[allFlows.get(i)] = false;
        }
        for (int i = 0; i < allLinks.count(); i++) {
            seenLink[allLinks.get(i)] = false;
        }
        allFlows.clear();
        allLinks.clear();
    }

    private void cross(int link) {
        seenLink[link] = true;
        links.add(link);
        allLinks.add(link);
        IntBag crossing = crossings.flowsOn(link);
        for (int i = 0; i < crossing.count(); i++) {
            if (!seenFlow[crossing.get(i)]) {
                meet(crossing.get(i));
            }
        }
    }

    private void meet(int flow) {
        seenFlow[flow] = true;
        flows.add(flow);
        allFlows.add(flow);
    }
}
