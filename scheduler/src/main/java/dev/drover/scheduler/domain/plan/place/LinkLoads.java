package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.Network;

/** For how long each link is busy with what has been placed so far. */
final class LinkLoads {
    private final Network network;
    private final double[] seconds;

    LinkLoads(Network network) {
        this.network = network;
        this.seconds = new double[network.linkCount()];
    }

    double seconds(int link) {
        return seconds[link];
    }

    void add(int[] path, double mbit) {
        for (int link : path) {
            seconds[link] += mbit / network.capacityMbps(link);
        }
    }

    /** The busiest link of a path after this much more. */
    double busiestWith(int[] path, double mbit) {
        double busiest = 0;
        for (int link : path) {
            busiest = Math.max(busiest, seconds[link] + mbit / network.capacityMbps(link));
        }
        return busiest;
    }

    /** All links of a path together after this much more: of two paths through one bottleneck the emptier one. */
    double totalWith(int[] path, double mbit) {
        double total = 0;
        for (int link : path) {
            total += seconds[link] + mbit / network.capacityMbps(link);
        }
        return total;
    }
}
