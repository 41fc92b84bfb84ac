package dev.drover.scheduler.domain.bandwidth.fill;

import java.util.Arrays;

/** One neighbourhood, its flows and the links that limit them numbered from zero, in the order of their own numbers. */
final class Patch {
    private final Crossings crossings;
    private final int[] flows;
    private final int[] links;
    private final int[][] path;
    private final int[][] flowsOn;
    private final long[] most;

    Patch(Crossings crossings, int[] flows, int[] links) {
        this.crossings = crossings;
        this.flows = flows;
        this.links = links;
        this.path = new int[flows.length][];
        this.most = new long[flows.length];
        this.flowsOn = new int[links.length][];
        int[] filled = new int[links.length];
        int[] places = crossings.placesOf(links);
        for (int link = 0; link < links.length; link++) {
            flowsOn[link] = new int[crossings.flowsOn(links[link]).count()];
        }
        for (int flow = 0; flow < flows.length; flow++) {
            most[flow] = crossings.most(flows[flow]);
            path[flow] = limiting(crossings.claim(flows[flow]).path(), places);
            for (int link : path[flow]) {
                flowsOn[link][filled[link]++] = flow;
            }
        }
    }

    int flows() {
        return flows.length;
    }

    int links() {
        return links.length;
    }

    int[] path(int flow) {
        return path[flow];
    }

    int[] flowsOn(int link) {
        return flowsOn[link];
    }

    int weight(int flow) {
        return crossings.claim(flows[flow]).weight();
    }

    long most(int flow) {
        return most[flow];
    }

    long[] capacities() {
        return Arrays.stream(links).mapToLong(crossings::capacity).toArray();
    }

    /** Where a link is too narrow for all floors on it, each is cut by the same part. */
    long[] floors() {
        long[] wanted = new long[flows.length];
        long[] together = new long[links.length];
        for (int flow = 0; flow < flows.length; flow++) {
            wanted[flow] = Math.min(most[flow], crossings.claim(flows[flow]).floor());
            for (int link : path[flow]) {
                together[link] += wanted[flow];
            }
        }
        long[] floors = wanted.clone();
        for (int flow = 0; flow < flows.length; flow++) {
            for (int link : path[flow]) {
                long capacity = crossings.capacity(links[link]);
                if (together[link] > capacity) {
                    floors[flow] = Math.min(floors[flow], wanted[flow] * capacity / together[link]);
                }
            }
        }
        return floors;
    }

    private int[] limiting(int[] whole, int[] places) {
        int[] limiting = new int[whole.length];
        int count = 0;
        for (int link : whole) {
            if (crossings.limits(link)) {
                limiting[count++] = places[link];
            }
        }
        return Arrays.copyOf(limiting, count);
    }
}
