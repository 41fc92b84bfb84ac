package dev.drover.scheduler.domain.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EqualShareTest {
    private static final BitsPerSecond QUANTUM = BitsPerSecond.mebibytesPerSecond(1);
    private static final int ROUNDS = 500;

    private final RateAllocator allocator = new EqualShare(QUANTUM);

    @Test
    void on_no_link_is_more_shared_out_than_it_carries() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            TreeMap<LinkId, BitsPerSecond> capacity = capacity(random);
            List<Flow> flows = flows(random, capacity);
            SortedMap<MigrationId, BitsPerSecond> rates = allocator.share(capacity, flows);
            capacity.forEach((link, carries) -> assertThat(flows.stream()
                            .filter(flow -> flow.path().contains(link))
                            .mapToLong(flow -> rate(rates, flow).value())
                            .sum())
                    .isLessThanOrEqualTo(carries.value()));
        }
    }

    @Test
    void each_flow_gets_a_multiple_of_the_quantum_and_its_equal_part_of_its_narrowest_link() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            TreeMap<LinkId, BitsPerSecond> capacity = capacity(random);
            List<Flow> flows = flows(random, capacity);
            SortedMap<MigrationId, BitsPerSecond> rates = allocator.share(capacity, flows);
            assertThat(rates).hasSameSizeAs(flows);
            for (Flow flow : flows) {
                long narrowest = flow.path().stream()
                        .mapToLong(link -> capacity.get(link).value() / users(flows, link))
                        .min()
                        .orElseThrow();
                assertThat(rate(rates, flow)).isEqualTo(new BitsPerSecond(narrowest).roundedDownTo(QUANTUM));
            }
        }
    }

    @Test
    void the_order_of_the_flows_does_not_matter() {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            TreeMap<LinkId, BitsPerSecond> capacity = capacity(random);
            List<Flow> flows = flows(random, capacity);
            List<Flow> shuffled = new ArrayList<>(flows);
            Collections.shuffle(shuffled, random);
            assertThat(allocator.share(capacity, shuffled)).isEqualTo(allocator.share(capacity, flows));
        }
    }

    @Test
    void a_link_that_nobody_described_carries_nothing() {
        Flow flow = new Flow(new MigrationId("m1"), List.of(LinkId.outOf(new HostId("h1"))));
        assertThat(allocator.share(new TreeMap<>(), List.of(flow))).containsEntry(flow.migration(), BitsPerSecond.ZERO);
    }

    private static TreeMap<LinkId, BitsPerSecond> capacity(Random random) {
        TreeMap<LinkId, BitsPerSecond> capacity = new TreeMap<>();
        for (int host = 0; host < 2 + random.nextInt(5); host++) {
            BitsPerSecond nic = BitsPerSecond.megabits(random.nextInt(10_000));
            capacity.put(LinkId.outOf(new HostId("h" + host)), nic);
            capacity.put(LinkId.into(new HostId("h" + host)), nic);
        }
        return capacity;
    }

    private static List<Flow> flows(Random random, TreeMap<LinkId, BitsPerSecond> capacity) {
        List<LinkId> links = List.copyOf(capacity.keySet());
        return Stream.iterate(1, number -> number + 1)
                .limit(random.nextInt(20))
                .map(number -> {
                    int first = random.nextInt(links.size());
                    int second = (first + 1 + random.nextInt(links.size() - 1)) % links.size();
                    return new Flow(new MigrationId("m" + number), List.of(links.get(first), links.get(second)));
                })
                .toList();
    }

    private static long users(List<Flow> flows, LinkId link) {
        return flows.stream().filter(flow -> flow.path().contains(link)).count();
    }

    private static BitsPerSecond rate(SortedMap<MigrationId, BitsPerSecond> rates, Flow flow) {
        return rates.getOrDefault(flow.migration(), BitsPerSecond.ZERO);
    }
}
