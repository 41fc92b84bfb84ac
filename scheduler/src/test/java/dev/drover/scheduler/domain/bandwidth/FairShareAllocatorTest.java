package dev.drover.scheduler.domain.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairShareAllocatorTest {
    private static final BitsPerSecond QUANTUM = BitsPerSecond.mebibytesPerSecond(1);
    private static final LinkId OUT = LinkId.outOf(new HostId("h1"));
    private static final LinkId IN = LinkId.into(new HostId("h2"));
    private static final int ROUNDS = 200;

    private final FairShareAllocator allocator = new FairShareAllocator(QUANTUM);

    @Test
    void rates_are_multiples_of_the_quantum_that_fit() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            SortedMap<LinkId, BitsPerSecond> capacity = capacity(random);
            List<Flow> flows = flows(random);
            SortedMap<MigrationId, BitsPerSecond> rates = allocator.share(capacity, flows);
            assertThat(rates).hasSameSizeAs(flows);
            assertThat(rates.values()).allMatch(rate -> rate.equals(rate.roundedDownTo(QUANTUM)));
            capacity.forEach((link, carries) -> assertThat(flows.stream()
                            .filter(flow -> flow.path().contains(link))
                            .mapToLong(flow -> rates.getOrDefault(flow.migration(), Flow.UNLIMITED)
                                    .value())
                            .sum())
                    .isLessThanOrEqualTo(carries.value()));
        }
    }

    @Test
    void the_order_of_the_flows_does_not_matter() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            SortedMap<LinkId, BitsPerSecond> capacity = capacity(random);
            List<Flow> flows = flows(random);
            List<Flow> shuffled = new ArrayList<>(flows);
            Collections.shuffle(shuffled, random);
            assertThat(allocator.share(capacity, shuffled)).isEqualTo(allocator.share(capacity, flows));
        }
    }

    @Test
    void a_floor_is_rounded_up_and_a_ceiling_down() {
        SortedMap<LinkId, BitsPerSecond> capacity = new TreeMap<>(Map.of(OUT, BitsPerSecond.mebibytesPerSecond(10)));
        BitsPerSecond half = new BitsPerSecond(QUANTUM.value() * 5 / 2);
        Flow slow = new Flow(new MigrationId("slow"), List.of(OUT), 1, BitsPerSecond.ZERO, half);
        Flow fast = new Flow(
                new MigrationId("fast"), List.of(OUT), 1, new BitsPerSecond(QUANTUM.value() * 15 / 2), Flow.UNLIMITED);
        assertThat(allocator.share(capacity, List.of(slow, fast)))
                .containsEntry(slow.migration(), BitsPerSecond.mebibytesPerSecond(2))
                .containsEntry(fast.migration(), BitsPerSecond.mebibytesPerSecond(8));
    }

    @Test
    void a_link_that_nobody_described_carries_nothing() {
        Flow flow = new Flow(new MigrationId("m1"), List.of(OUT), 1, QUANTUM, Flow.UNLIMITED);
        assertThat(allocator.share(new TreeMap<>(), List.of(flow))).containsEntry(flow.migration(), BitsPerSecond.ZERO);
    }

    @Test
    void a_flow_weighs_something_but_not_everything() {
        for (int weight : List.of(0, Flow.HEAVIEST + 1)) {
            assertThatThrownBy(() -> new Flow(new MigrationId("m1"), List.of(OUT, IN), weight, QUANTUM, Flow.UNLIMITED))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("weight is " + weight + "; give 1 to 1024");
        }
    }

    private static SortedMap<LinkId, BitsPerSecond> capacity(Random random) {
        SortedMap<LinkId, BitsPerSecond> capacity = new TreeMap<>();
        for (int host = 0; host < 5; host++) {
            BitsPerSecond nic = BitsPerSecond.megabits(random.nextInt(10_000));
            capacity.put(LinkId.outOf(new HostId("h" + host)), nic);
            capacity.put(LinkId.into(new HostId("h" + host)), nic);
        }
        return capacity;
    }

    private static List<Flow> flows(Random random) {
        return IntStream.range(0, random.nextInt(20))
                .mapToObj(number -> new Flow(
                        new MigrationId("m" + number),
                        List.of(LinkId.outOf(anyHost(random)), LinkId.into(anyHost(random))),
                        1 + random.nextInt(8),
                        BitsPerSecond.megabits(random.nextInt(500)),
                        BitsPerSecond.megabits(500 + random.nextInt(5000))))
                .toList();
    }

    private static HostId anyHost(Random random) {
        return new HostId("h" + random.nextInt(5));
    }
}
