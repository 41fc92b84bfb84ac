package dev.drover.scheduler.domain.plan.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final List<String> NODES = List.of("h0", "h1", "h2", "lonely", "sw0", "sw1", "core");
    private static final Network NETWORK = Network.of(
            NODES,
            List.of(
                    new Cable(0, 4, 10),
                    new Cable(1, 4, 20),
                    new Cable(5, 2, 30),
                    new Cable(4, 6, 40),
                    new Cable(6, 5, 50)));

    @Test
    void a_path_within_a_rack_crosses_the_two_hosts_links_only() {
        assertThat(names(NETWORK.path(0, 1))).containsExactlyInAnyOrder("h0.tx", "h1.rx");
        assertThat(NETWORK.narrowestMbps(NETWORK.path(0, 1))).isEqualTo(10);
    }

    @Test
    void a_path_between_racks_crosses_both_uplinks_and_begins_with_the_hosts_links() {
        assertThat(names(NETWORK.path(1, 2))).containsExactly("h1.tx", "h2.rx", "sw0.tx", "sw1.rx");
    }

    @Test
    void a_host_without_a_cable_is_connected_with_nothing() {
        assertThat(NETWORK.connects(0, 3)).isFalse();
        assertThat(NETWORK.connects(0, 2)).isTrue();
        assertThat(NETWORK.parent(3)).isEmpty();
    }

    @Test
    void a_ring_is_refused_by_name() {
        assertThatThrownBy(() -> Network.of(NODES, List.of(new Cable(0, 4, 1), new Cable(4, 5, 1), new Cable(5, 0, 1))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ring through h0")
                .hasMessageContaining("parallel cables as one");
    }

    @Test
    void two_cables_between_two_nodes_are_a_ring() {
        assertThatThrownBy(() -> Network.of(NODES, List.of(new Cable(0, 4, 1), new Cable(4, 0, 1))))
                .hasMessageContaining("ring through h0");
    }

    private static Stream<String> names(int[] links) {
        return IntStream.of(links).mapToObj(NETWORK::linkName);
    }
}
