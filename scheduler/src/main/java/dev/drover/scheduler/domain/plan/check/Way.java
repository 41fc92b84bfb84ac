package dev.drover.scheduler.domain.plan.check;

import dev.drover.scheduler.domain.plan.problem.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way between two nodes of a tree: up to the first node that is above both, and down. */
final class Way {
    private Way() {}

    /** Its directed links; empty when the two are not connected. */
    static Optional<List<Integer>> between(Network network, int from, int to) {
        List<Integer> aboveFrom = upwards(network, from);
        List<Integer> aboveTo = upwards(network, to);
        Optional<Integer> top = aboveFrom.stream().filter(aboveTo::contains).findFirst();
        return top.map(meeting -> {
            List<Integer> links = new ArrayList<>();
            aboveFrom.stream()
                    .takeWhile(node -> !node.equals(meeting))
                    .map(Network::up)
                    .forEach(links::add);
            aboveTo.stream()
                    .takeWhile(node -> !node.equals(meeting))
                    .map(Network::down)
                    .forEach(links::add);
            return links;
        });
    }

    private static List<Integer> upwards(Network network, int from) {
        List<Integer> nodes = new ArrayList<>();
        for (Optional<Integer> node = Optional.of(from); node.isPresent(); node = network.parent(node.get())) {
            nodes.add(node.get());
        }
        return nodes;
    }
}
