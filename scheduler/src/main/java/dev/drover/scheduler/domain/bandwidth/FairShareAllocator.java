package dev.drover.scheduler.domain.bandwidth;

import dev.drover.scheduler.domain.bandwidth.fill.FairShares;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shares links among flows: weighted max-min fairness with floors and ceilings, in steps of the driver's quantum. What a
 * flow can't use on one link is its neighbours'; nobody could be given more without taking it from somebody who has less
 * for its weight. Pure: the same question has the same answer, whatever the order of the flows.
 *
 * @param quantum the steps in which the driver can set a rate
 */
public record FairShareAllocator(BitsPerSecond quantum) {
    /**
     * A rate for each flow, a multiple of the quantum and no more than its ceiling, so that on no link their sum exceeds
     * its capacity. A link that is not in {@code capacity} has none. A flow that gets nothing has to wait.
     */
    public SortedMap<MigrationId, BitsPerSecond> share(SortedMap<LinkId, BitsPerSecond> capacity, List<Flow> flows) {
        SortedMap<LinkId, Integer> numbers = numbered(flows);
        FairShares shares = new FairShares(numbers.keySet().stream()
                .mapToLong(link -> quanta(capacity, link))
                .toArray());
        List<Flow> byName = new ArrayList<>(flows);
        byName.sort(Comparator.comparing(Flow::migration));
        for (int flow = 0; flow < byName.size(); flow++) {
            put(shares, flow, byName.get(flow), numbers);
        }
        shares.settle();
        SortedMap<MigrationId, BitsPerSecond> rates = new TreeMap<>();
        for (int flow = 0; flow < byName.size(); flow++) {
            rates.put(byName.get(flow).migration(), new BitsPerSecond(shares.rate(flow) * quantum.value()));
        }
        return rates;
    }

    /** A floor is met by the next step above it, a ceiling by the one below. */
    private void put(FairShares shares, int number, Flow flow, Map<LinkId, Integer> links) {
        long floor = Math.ceilDiv(flow.floor().value(), quantum.value());
        long ceiling = flow.ceiling().value() / quantum.value();
        int[] path = flow.path().stream().mapToInt(links::get).toArray();
        shares.put(number, path, flow.weight(), floor, ceiling);
    }

    private static SortedMap<LinkId, Integer> numbered(List<Flow> flows) {
        SortedMap<LinkId, Integer> numbers = new TreeMap<>();
        flows.forEach(flow -> flow.path().forEach(link -> numbers.put(link, 0)));
        int next = 0;
        for (Map.Entry<LinkId, Integer> entry : numbers.entrySet()) {
            entry.setValue(next++);
        }
        return numbers;
    }

    private long quanta(SortedMap<LinkId, BitsPerSecond> capacity, LinkId link) {
        long whole = capacity.getOrDefault(link, BitsPerSecond.ZERO).value() / quantum.value();
        return Math.min(whole, FairShares.MOST);
    }
}
