package dev.drover.schema.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTableTest {
    private static final ZoneId A = new ZoneId("a");
    private static final ZoneId B = new ZoneId("b");
    private static final ZoneId C = new ZoneId("c");

    @Test
    void the_first_zone_gets_partition_0_and_the_command_partitions_0_to_3() {
        assertThat(ZoneTable.EMPTY.with(A).layouts()).containsExactly(new ZoneLayout(A, 0, List.of(0, 1, 2, 3)));
        assertThat(ZoneTable.EMPTY.with(A).layouts()).containsExactly(ZoneLayout.only(A));
    }

    @Test
    void the_next_zones_get_the_next_partitions_in_the_order_they_come_whatever_their_names() {
        ZoneTable table = ZoneTable.EMPTY.with(C).with(A).with(B);

        assertThat(table.layouts())
                .containsExactly(
                        new ZoneLayout(A, 1, List.of(4, 5, 6, 7)),
                        new ZoneLayout(B, 2, List.of(8, 9, 10, 11)),
                        new ZoneLayout(C, 0, List.of(0, 1, 2, 3)));
    }

    @Test
    void a_zone_that_is_there_keeps_what_it_has() {
        ZoneTable table = ZoneTable.EMPTY.with(A).with(B);

        assertThat(table.with(A)).isEqualTo(table);
    }

    @Test
    void a_gap_is_never_filled() {
        ZoneTable table = ZoneTable.of(List.of(new ZoneLayout(A, 7, List.of(30, 20))));

        assertThat(table.with(B).find(B)).contains(new ZoneLayout(B, 8, List.of(31, 32, 33, 34)));
    }

    @Test
    void a_zone_is_found_by_its_name_and_by_its_partition() {
        ZoneTable table = ZoneTable.EMPTY.with(A).with(B);

        assertThat(table.find(B)).isEqualTo(table.at(1)).isPresent();
        assertThat(table.find(C)).isEmpty();
        assertThat(table.at(2)).isEmpty();
    }

    @Test
    void it_says_how_many_partitions_its_topics_need() {
        assertThat(ZoneTable.EMPTY.isEmpty()).isTrue();
        assertThat(ZoneTable.EMPTY.partitions()).isZero();
        assertThat(ZoneTable.EMPTY.commandPartitions()).isZero();
        ZoneTable table = ZoneTable.of(List.of(new ZoneLayout(A, 2, List.of(9)), new ZoneLayout(B, 0, List.of(4))));
        assertThat(table.isEmpty()).isFalse();
        assertThat(table.partitions()).isEqualTo(3);
        assertThat(table.commandPartitions()).isEqualTo(10);
    }

    @Test
    void two_zones_with_one_inbox_are_refused_and_named() {
        List<ZoneLayout> both = List.of(new ZoneLayout(A, 1, List.of(0)), new ZoneLayout(B, 1, List.of(1)));

        assertThatThrownBy(() -> ZoneTable.of(both))
                .isInstanceOf(ZoneTableException.class)
                .hasMessage("zones a and b share partition 1 of drover.inbox and drover.events; write the entry of the "
                        + "younger one in drover.zones again, with partitions that are no other zone's");
    }

    @Test
    void two_zones_with_a_command_partition_in_common_are_refused_and_named() {
        List<ZoneLayout> both = List.of(new ZoneLayout(A, 0, List.of(0, 3, 2)), new ZoneLayout(B, 1, List.of(2, 3, 4)));

        assertThatThrownBy(() -> ZoneTable.of(both))
                .isInstanceOf(ZoneTableException.class)
                .hasMessageStartingWith(
                        "zones a and b share partitions [2, 3] of drover.commands and drover.telemetry;");
    }

    @Test
    void an_entry_that_is_written_again_takes_the_place_of_the_earlier_one() {
        ZoneLayout moved = new ZoneLayout(A, 5, List.of(50));

        assertThat(ZoneTable.EMPTY.with(A).with(moved).layouts()).containsExactly(moved);
    }

    @Test
    void whoever_names_a_zone_that_is_not_there_is_told_what_there_is_and_what_to_do() {
        assertThat(ZoneTable.EMPTY.absence(A))
                .isEqualTo("zone a is not in the zone table (there is no zone yet); correct the name, or start a "
                        + "scheduler with --zone a");
        assertThat(ZoneTable.EMPTY.with(C).with(B).absence(A)).contains("zone a is not in", "(known: b, c)");
    }
}
