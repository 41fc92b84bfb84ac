package dev.drover.agent.adapter.simulated.physics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NicSharesTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");
    private static final HostId H3 = new HostId("h3");
    private static final Map<HostId, BitsPerSecond> NICS =
            Map.of(H1, megabits(1000), H2, megabits(1000), H3, megabits(100));

    @Test
    void a_flow_alone_gets_its_limit() {
        assertThat(shares(new Flow(H1, H2, megabits(300)))).containsExactly(megabits(300));
    }

    @Test
    void a_flow_alone_gets_no_more_than_the_slower_card() {
        assertThat(shares(new Flow(H1, H3, megabits(300)))).containsExactly(megabits(100));
        assertThat(shares(new Flow(H3, H1, megabits(300)))).containsExactly(megabits(100));
    }

    @Test
    void flows_from_one_host_share_what_it_can_send() {
        Flow flow = new Flow(H1, H2, megabits(700));
        assertThat(shares(flow, flow)).containsExactly(megabits(500), megabits(500));
    }

    @Test
    void flows_to_one_host_share_what_it_can_receive() {
        assertThat(shares(new Flow(H1, H3, megabits(700)), new Flow(H2, H3, megabits(700))))
                .containsExactly(megabits(50), megabits(50));
    }

    @Test
    void sending_and_receiving_do_not_share() {
        assertThat(shares(new Flow(H1, H2, megabits(1000)), new Flow(H2, H1, megabits(1000))))
                .containsExactly(megabits(1000), megabits(1000));
    }

    static Stream<Random> seeds() {
        return IntStream.range(0, 200).mapToObj(Random::new);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_card_ever_does_more_than_it_can(Random random) {
        List<HostId> hosts = List.of(H1, H2, H3);
        List<Flow> flows = IntStream.range(0, random.nextInt(1, 20))
                .mapToObj(i -> new Flow(any(hosts, random), any(hosts, random), megabits(random.nextInt(1, 2000))))
                .toList();
        List<BitsPerSecond> shares = shares(flows.toArray(Flow[]::new));
        for (HostId host : hosts) {
            assertThat(sum(flows, shares, Flow::source, host))
                    .isLessThanOrEqualTo(NICS.get(host).value());
            assertThat(sum(flows, shares, Flow::destination, host))
                    .isLessThanOrEqualTo(NICS.get(host).value());
        }
        assertThat(shares).allMatch(share -> share.value() > 0);
    }

    private static List<BitsPerSecond> shares(Flow... flows) {
        return NicShares.of(List.of(flows), NICS::get);
    }

    private static long sum(List<Flow> flows, List<BitsPerSecond> shares, Function<Flow, HostId> end, HostId host) {
        return IntStream.range(0, flows.size())
                .filter(i -> end.apply(flows.get(i)).equals(host))
                .mapToLong(i -> shares.get(i).value())
                .sum();
    }

    private static HostId any(List<HostId> hosts, Random random) {
        return hosts.get(random.nextInt(hosts.size()));
    }

    private static BitsPerSecond megabits(long count) {
        return BitsPerSecond.megabits(count);
    }
}
