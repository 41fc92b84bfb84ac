package dev.drover.scheduler.domain.plan.problem;

import dev.drover.schema.id.InvalidValueException;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the tree in a network: takes off the outermost nodes, one after the other; what is next to a node when it comes
 * off is its parent, and what never comes off lies on a ring.
 */
final class Peeling {
    private final List<String> nodes;
    private final int[] degree;
    private final int[] parent;
    private final int[] depth;
    private final int[] root;
    /** By node: the sum of all neighbours that have not come off; the only one left, when just one is. */
    private final long[] neighbours;

    private Peeling(List<String> nodes) {
        this.nodes = nodes;
        this.degree = new int[nodes.size()];
        this.parent = new int[nodes.size()];
        this.depth = new int[nodes.size()];
        this.root = new int[nodes.size()];
        this.neighbours = new long[nodes.size()];
        Arrays.setAll(parent, node -> node);
    }

    static Peeling of(List<String> nodes, List<Cable> cables) {
        Peeling peeling = new Peeling(nodes);
        cables.forEach(peeling::attach);
        int[] order = peeling.peel();
        peeling.measure(order);
        return peeling;
    }

    int[] parent() {
        return parent;
    }

    int[] depth() {
        return depth;
    }

    int[] root() {
        return root;
    }

    private void attach(Cable cable) {
        degree[cable.a()]++;
        degree[cable.b()]++;
        neighbours[cable.a()] += cable.b();
        neighbours[cable.b()] += cable.a();
    }

    /** Nodes in the order in which they come off. */
    private int[] peel() {
        int[] order = new int[nodes.size()];
        int known = 0;
        for (int node = 0; node < order.length; node++) {
            if (degree[node] <= 1) {
                order[known++] = node;
            }
        }
        for (int next = 0; next < known; next++) {
            int node = order[next];
            if (degree[node] == 0) {
                continue;
            }
            int above = (int) neighbours[node];
            parent[node] = above;
            neighbours[above] -= node;
            if (--degree[above] == 1) {
                order[known++] = above;
            }
        }
        requireNoRing(known);
        return order;
    }

    private void requireNoRing(int known) {
        if (known < nodes.size()) {
            int first = 0;
            while (degree[first] < 2) {
                first++;
            }
            throw new InvalidValueException(
                    "links",
                    "make a ring through " + nodes.get(first)
                            + "; leave one way between any two nodes, and give parallel cables as one");
        }
    }

    private void measure(int[] order) {
        for (int i = order.length - 1; i >= 0; i--) {
            int node = order[i];
            int above = parent[node];
            depth[node] = above == node ? 0 : depth[above] + 1;
            root[node] = above == node ? node : root[above];
        }
    }
}
