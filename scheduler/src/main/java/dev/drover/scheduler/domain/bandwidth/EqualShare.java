package dev.drover.scheduler.domain.bandwidth;

import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives each flow the smallest of the equal parts that its links offer. Feasible, but not work-conserving: what a flow
 * can't use on one link is not handed to its neighbours.
 *
 * @param quantum the steps in which the driver can set a rate
 */
public record EqualShare(BitsPerSecond quantum) implements RateAllocator {
    @Override
    public SortedMap<MigrationId, BitsPerSecond> share(SortedMap<LinkId, BitsPerSecond> capacity, List<Flow> flows) {
        SortedMap<LinkId, Long> users = flows.stream()
                .flatMap(flow -> flow.path().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        SortedMap<MigrationId, BitsPerSecond> rates = new TreeMap<>();
        for (Flow flow : flows) {
            BitsPerSecond rate = flow.path().stream()
                    .map(link -> part(capacity, link, users.getOrDefault(link, 1L)))
                    .reduce(BitsPerSecond::min)
                    .orElse(BitsPerSecond.ZERO);
            rates.put(flow.migration(), rate.roundedDownTo(quantum));
        }
        return rates;
    }

    private static BitsPerSecond part(SortedMap<LinkId, BitsPerSecond> capacity, LinkId link, long users) {
        return new BitsPerSecond(capacity.getOrDefault(link, BitsPerSecond.ZERO).value() / users);
    }
}
