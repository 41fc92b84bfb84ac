package dev.drover.schema.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneLayoutTest {
    private static final ZoneId ZONE = new ZoneId("fra1");

    /** Agents of all versions must agree with the scheduler, so these never change: CRC-32 of the name, modulo 4. */
    @ParameterizedTest
    @CsvSource({"h1, 2", "h2, 0", "h3, 2", "h4, 1", "h7, 3", "r1-h1, 0", "r2-h4, 1", "node.example.org, 1"})
    void a_host_keeps_its_partition_for_ever(String host, int partition) {
        assertThat(ZoneLayout.only(ZONE).commandPartition(new HostId(host))).isEqualTo(partition);
    }

    @Test
    void the_partitions_are_the_zones_own_in_the_order_given() {
        ZoneLayout layout = new ZoneLayout(ZONE, 3, List.of(17, 12, 14, 19));

        assertThat(layout.commandPartition(new HostId("h2"))).isEqualTo(17);
        assertThat(layout.commandPartition(new HostId("h1"))).isEqualTo(14);
    }

    @Test
    void hosts_spread_evenly() {
        ZoneLayout layout = ZoneLayout.only(ZONE);

        Map<Integer, Long> hosts = IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> layout.commandPartition(new HostId("host-" + number)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(hosts).containsOnlyKeys(0, 1, 2, 3);
        assertThat(hosts.values()).allMatch(count -> count > 200 && count < 300);
    }

    @Test
    void a_zone_without_command_partitions_is_refused() {
        assertThatThrownBy(() -> new ZoneLayout(ZONE, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("commandPartitions is empty; a zone needs at least one");
    }
}
