package dev.drover.schema.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.RackId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final BitsPerSecond UPLINK = BitsPerSecond.megabits(100_000);

    @Test
    void the_order_in_which_it_is_told_does_not_matter() {
        assertThat(new Topology(List.of(rack("r2", "c"), rack("r1", "b", "a"))))
                .isEqualTo(new Topology(List.of(rack("r1", "a", "b"), rack("r2", "c"))));
    }

    @Test
    void a_host_has_the_rack_it_stands_in() {
        Topology topology = new Topology(List.of(rack("r1", "b", "a", "d"), rack("r2", "c"), rack("r3")));

        assertThat(topology.rackOf(new HostId("d"))).contains(rack("r1", "a", "b", "d"));
        assertThat(topology.rackOf(new HostId("c"))).contains(rack("r2", "c"));
        assertThat(topology.rackOf(new HostId("e"))).isEmpty();
        assertThat(Topology.EMPTY.rackOf(new HostId("a"))).isEmpty();
    }

    @Test
    void a_rack_is_found_by_its_name() {
        Topology topology = new Topology(List.of(rack("r1", "a"), rack("r2")));

        assertThat(topology.rack(new RackId("r2"))).contains(rack("r2"));
        assertThat(topology.rack(new RackId("r3"))).isEmpty();
    }

    @Test
    void what_is_named_twice_is_refused() {
        assertThatThrownBy(() -> new Topology(List.of(rack("r1", "a"), rack("r1", "b"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("racks names rack r1 twice; name it once");
        assertThatThrownBy(() -> new Topology(List.of(rack("r1", "a", "b"), rack("r2", "c", "a"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("racks names host a twice; name it once");
        assertThatThrownBy(() -> rack("r1", "a", "b", "a"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("hosts names host a twice; name it once");
    }

    @Test
    void an_uplink_carries_something_both_ways() {
        assertThatThrownBy(() -> new Rack(new RackId("r1"), List.of(), BitsPerSecond.ZERO, UPLINK))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("uplinkTx is 0 bit/s; give what the uplink can carry");
        assertThatThrownBy(() -> new Rack(new RackId("r1"), List.of(), UPLINK, BitsPerSecond.ZERO))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("uplinkRx is 0 bit/s; give what the uplink can carry");
    }

    private static Rack rack(String name, String... hosts) {
        return new Rack(new RackId(name), Stream.of(hosts).map(HostId::new).toList(), UPLINK, UPLINK);
    }
}
