package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.NodeId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final NodeId C = new NodeId("c");

    private final Seats seats = Seats.of(Map.of(A, List.of(0, 3), B, List.of(1), C, List.of(2)));

    @Test
    void whoever_has_the_partition_owns_the_zone() {
        assertThat(seats.owner(3)).contains(A);
        assertThat(seats.owner(2)).contains(C);
        assertThat(seats.owner(9)).isEmpty();
    }

    @Test
    void the_nodes_that_follow_the_owner_in_the_ring_stand_by_for_it() {
        assertThat(seats.standbys(0, 1)).containsExactly(B);
        assertThat(seats.standbys(1, 1)).containsExactly(C);
        assertThat(seats.standbys(2, 1)).containsExactly(A);
        assertThat(seats.standbys(1, 2)).containsExactly(C, A);
    }

    @Test
    void nobody_stands_by_for_itself_or_for_nobody() {
        assertThat(seats.standbys(0, 7)).containsExactly(B, C);
        assertThat(seats.standbys(0, 0)).isEmpty();
        assertThat(seats.standbys(9, 1)).isEmpty();
        assertThat(Seats.NONE.standbys(0, 1)).isEmpty();
    }
}
