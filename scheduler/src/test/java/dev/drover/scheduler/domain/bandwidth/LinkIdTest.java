package dev.drover.scheduler.domain.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkIdTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");

    @Test
    void the_two_directions_of_a_card_are_two_links() {
        assertThat(LinkId.outOf(H1)).isNotEqualTo(LinkId.into(H1)).hasToString("h1.tx");
        assertThat(LinkId.into(H1)).hasToString("h1.rx");
    }

    @Test
    void links_are_ordered_by_host_and_then_by_direction() {
        List<LinkId> ordered = List.of(LinkId.outOf(H1), LinkId.into(H1), LinkId.outOf(H2), LinkId.into(H2));
        List<LinkId> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
    }
}
