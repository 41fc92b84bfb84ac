package dev.drover.scheduler.domain.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeadroomTest {
    private static final List<LinkId> PATH = List.of(LinkId.outOf(new HostId("h1")), LinkId.into(new HostId("h2")));

    private final Headroom headroom =
            new Headroom(new TreeMap<>(Map.of(PATH.getFirst(), rate(1_000), PATH.getLast(), rate(800))), rate(100));

    @Test
    void what_is_charged_and_what_the_narrowest_link_has_left_fits() {
        headroom.charge(PATH, rate(0), rate(300));
        assertThat(headroom.upTo(rate(900), PATH, rate(200), rate(300))).isEqualTo(rate(800));
        assertThat(headroom.upTo(rate(900), PATH, rate(0), rate(0))).isEqualTo(rate(500));
        assertThat(headroom.upTo(rate(450), PATH, rate(0), rate(0))).isEqualTo(rate(400));
    }

    @Test
    void on_a_full_link_what_is_charged_already_fits() {
        headroom.charge(PATH, rate(0), rate(800));
        assertThat(headroom.upTo(rate(900), PATH, rate(200), rate(300))).isEqualTo(rate(300));
    }

    @Test
    void on_an_overbooked_link_nobody_gets_more_than_before_and_slowing_down_fits() {
        headroom.charge(PATH, rate(0), rate(900));
        assertThat(headroom.upTo(rate(900), PATH, rate(200), rate(300))).isEqualTo(rate(200));
        assertThat(headroom.upTo(rate(100), PATH, rate(200), rate(300))).isEqualTo(rate(100));
        assertThat(headroom.upTo(rate(900), PATH, rate(0), rate(0))).isEqualTo(rate(0));
    }

    private static BitsPerSecond rate(long bitsPerSecond) {
        return new BitsPerSecond(bitsPerSecond);
    }
}
