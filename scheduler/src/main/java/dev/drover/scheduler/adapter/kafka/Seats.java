package dev.drover.scheduler.adapter.kafka;

import dev.drover.schema.id.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who sits where in the group that decides ownership, at one moment. Every node computes the same from it, so nobody
 * has to be told who stands by for whom.
 *
 * @param byNode the partitions of the inbox that each node has, by name
 */
public record Seats(SortedMap<NodeId, List<Integer>> byNode) {
    /** Nobody sits anywhere. */
    public static final Seats NONE = new Seats(new TreeMap<>());

    /** In the order of their names. */
    public static Seats of(Map<NodeId, List<Integer>> byNode) {
        return new Seats(new TreeMap<>(byNode));
    }

    /** Every partition that somebody has. */
    public Stream<Integer> partitions() {
        return byNode.values().stream().flatMap(List::stream);
    }

    /** Whose partition it is. */
    public Optional<NodeId> owner(int partition) {
        return byNode.entrySet().stream()
                .filter(node -> node.getValue().contains(partition))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The nodes that stand by for its owner: those that follow it by name, in a ring, {@code count} at most. */
    public List<NodeId> standbys(int partition, int count) {
        Optional<NodeId> owner = owner(partition);
        if (owner.isEmpty()) {
            return List.of();
        }
        TreeMap<NodeId, List<Integer>> all = new TreeMap<>(byNode);
        List<NodeId> ring = new ArrayList<>(all.tailMap(owner.get(), false).keySet());
        ring.addAll(all.headMap(owner.get(), false).keySet());
        return ring.stream().limit(count).toList();
    }
}
