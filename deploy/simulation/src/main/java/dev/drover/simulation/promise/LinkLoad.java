package dev.drover.simulation.promise;

import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.TreeMap;

/** What is sent over each link, against what migrations may use of it. */
final class LinkLoad {
    private final TreeMap<Link, Long> load = new TreeMap<>();

    void clear() {
        load.clear();
    }

    /** Something sends at this rate over these links. */
    void add(List<Link> path, BitsPerSecond rate) {
        path.forEach(link -> load.merge(link, rate.value(), Long::sum));
    }

    /** The links with more on them than migrations may use, which is this part of each. */
    List<String> overloaded(String what, int percent) {
        return overloaded(what, percent, List.copyOf(load.keySet()));
    }

    /** The same, of these links alone. */
    List<String> overloaded(String what, int percent, List<Link> links) {
        return links.stream()
                .filter(link -> sum(link) > usable(link, percent))
                .map(link -> sum(link) + " bit/s are " + what + " on " + link + ", migrations may use "
                        + usable(link, percent))
                .toList();
    }

    private long sum(Link link) {
        return load.getOrDefault(link, 0L);
    }

    private static long usable(Link link, int percent) {
        return link.bitsPerSecond() / 100 * percent;
    }
}
