package dev.drover.agent.adapter.simulated.physics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the flows between hosts get: each network card splits what it can send, and likewise receive, in equal parts. */
public final class NicShares {
    private NicShares() {}

    /** A rate for each flow, in their order; together never more than a card can do in either direction. */
    public static List<BitsPerSecond> of(List<Flow> flows, Function<HostId, BitsPerSecond> nic) {
        Map<HostId, Long> sending = countBy(flows, Flow::source);
        Map<HostId, Long> receiving = countBy(flows, Flow::destination);
        return flows.stream()
                .map(flow -> flow.limit()
                        .min(part(nic.apply(flow.source()), sending.getOrDefault(flow.source(), 1L)))
                        .min(part(nic.apply(flow.destination()), receiving.getOrDefault(flow.destination(), 1L))))
                .toList();
    }

    private static Map<HostId, Long> countBy(List<Flow> flows, Function<Flow, HostId> end) {
        return flows.stream().collect(groupingBy(end, TreeMap::new, counting()));
    }

    private static BitsPerSecond part(BitsPerSecond whole, long parts) {
        return new BitsPerSecond(whole.value() / parts);
    }
}
