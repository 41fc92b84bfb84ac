package dev.drover.scheduler.domain.plan.problem;

import dev.drover.schema.id.InvalidValueException;
import java.util.List;
import java.util.Optional;

/**
 * Hosts and switches as a tree, or several that don't touch. Each node but a root has a cable to its parent, and that
 * cable is two directed links: up, what the node sends, and down, what it receives. Links go by numbers, so that what
 * plans can keep their loads in arrays.
 */
public final class Network {
    private final List<String> nodes;
    private final int[] parent;
    private final int[] depth;
    private final int[] root;
    private final long[] capacityMbps;

    private Network(List<String> nodes, Peeling peeling, long[] capacityMbps) {
        this.nodes = nodes;
        this.parent = peeling.parent();
        this.depth = peeling.depth();
        this.root = peeling.root();
        this.capacityMbps = capacityMbps;
    }

    /** Throws {@link InvalidValueException} when there is more than one way between two nodes. */
    public static Network of(List<String> nodes, List<Cable> cables) {
        Peeling peeling = Peeling.of(nodes, cables);
        long[] capacityMbps = new long[2 * nodes.size()];
        for (Cable cable : cables) {
            int child = peeling.parent()[cable.a()] == cable.b() ? cable.a() : cable.b();
            capacityMbps[up(child)] = cable.capacityMbps();
            capacityMbps[down(child)] = cable.capacityMbps();
        }
        return new Network(List.copyOf(nodes), peeling, capacityMbps);
    }

    /** What {@code node} sends towards its parent. */
    public static int up(int node) {
        return 2 * node;
    }

    /** What {@code node} receives from its parent. */
    public static int down(int node) {
        return 2 * node + 1;
    }

    /** The node whose cable {@code link} is one way of. */
    public static int owner(int link) {
        return link / 2;
    }

    /** Hosts and switches. */
    public int nodeCount() {
        return nodes.size();
    }

    /** Links are numbered from zero to less than this. */
    public int linkCount() {
        return capacityMbps.length;
    }

    /** Of a directed link. */
    public long capacityMbps(int link) {
        return capacityMbps[link];
    }

    /** The node next to {@code node} on the way to all that is not below it; empty for a root. */
    public Optional<Integer> parent(int node) {
        return parent[node] == node ? Optional.empty() : Optional.of(parent[node]);
    }

    /** {@code h1.tx}, or {@code sw1.rx}. */
    public String linkName(int link) {
        return nodes.get(owner(link)) + (link == up(owner(link)) ? ".tx" : ".rx");
    }

    /** Whether there is any way between the two. */
    public boolean connects(int from, int to) {
        return root[from] == root[to];
    }

    /** The same number for all nodes that are connected with each other, less than the number of nodes. */
    public int component(int node) {
        return root[node];
    }

    /**
     * The links between two nodes that are connected: those of the ends first, since a move waits for them the longest.
     */
    public int[] path(int from, int to) {
        int[] links = new int[hops(from, to)];
        int count = 0;
        int left = from;
        int right = to;
        while (left != right) {
            if (depth[left] >= depth[right]) {
                links[count++] = up(left);
                left = parent[left];
            } else {
                links[count++] = down(right);
                right = parent[right];
            }
        }
        return links;
    }

    /** What a path carries at most. */
    public long narrowestMbps(int[] path) {
        long narrowest = Long.MAX_VALUE;
        for (int link : path) {
            narrowest = Math.min(narrowest, capacityMbps[link]);
        }
        return narrowest;
    }

    private int hops(int from, int to) {
        int hops = 0;
        int left = from;
        int right = to;
        for (; left != right; hops++) {
            if (depth[left] >= depth[right]) {
                left = parent[left];
            } else {
                right = parent[right];
            }
        }
        return hops;
    }
}
