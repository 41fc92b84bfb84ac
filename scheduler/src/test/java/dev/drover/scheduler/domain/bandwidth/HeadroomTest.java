package dev.drover.scheduler.domain.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeadroomTest {
    @Test
    void a_link_is_overbooked_once_it_is_charged_with_more_than_it_has() {
        LinkId link = LinkId.outOf(new HostId("h1"));
        TreeMap<LinkId, BitsPerSecond> capacity = new TreeMap<>();
        capacity.put(link, new BitsPerSecond(1_000));
        Headroom headroom = new Headroom(capacity, new BitsPerSecond(100));
        headroom.charge(List.of(link), BitsPerSecond.ZERO, new BitsPerSecond(1_000));
        assertThat(headroom.isOverbooked(List.of(link))).isFalse();
        headroom.charge(List.of(link), BitsPerSecond.ZERO, new BitsPerSecond(1));
        assertThat(headroom.isOverbooked(List.of(link))).isTrue();
    }
}
