package dev.drover.scheduler.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.engine.Await;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
    private static final ZoneTable ONE = ZoneTable.EMPTY.with(new ZoneId("a"));
    private static final ZoneTable TWO = ONE.with(new ZoneId("b"));
    private static final ZoneLayout A = TWO.at(0).orElseThrow();
    private static final ZoneLayout B = TWO.at(1).orElseThrow();

    private final ConcurrentLinkedQueue<ZoneLayout> owned = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Supplier<ZoneTable> stored = () -> ONE;
    private final Assignments assignments = new Assignments(ONE, this::read, owned::add);

    @AfterEach
    void close() {
        assignments.close();
    }

    @Test
    void a_partition_that_the_table_knows_is_its_zone_and_needs_no_look_at_the_table() {
        assignments.assigned(List.of(0));

        assertThat(owned).containsExactly(A);
        assertThat(reads).hasValue(0);
    }

    @Test
    void a_partition_whose_zone_was_enrolled_since_is_looked_up() {
        stored = () -> TWO;
        assignments.assigned(List.of(0, 1));

        Await.until("the new zone", () -> owned.contains(B));
        assertThat(owned).containsExactly(A, B);
    }

    @Test
    void a_partition_of_no_zone_is_looked_up_until_it_is_one() {
        assignments.assigned(List.of(1));
        Await.until("three looks in vain", () -> reads.get() >= 3);
        assertThat(owned).isEmpty();

        stored = () -> TWO;
        Await.until("the new zone", () -> owned.contains(B));
    }

    @Test
    void a_table_that_can_not_be_read_for_a_while_is_read_later() {
        stored = () -> {
            throw new ZoneTableException("for the test");
        };
        assignments.assigned(List.of(0, 1));
        Await.until("two looks in vain", () -> reads.get() >= 2);
        assertThat(owned).containsExactly(A);

        stored = () -> TWO;
        Await.until("the new zone", () -> owned.contains(B));
    }

    @Test
    void what_is_taken_away_gives_the_zones_that_were_owned() {
        assignments.assigned(List.of(0, 1));

        assertThat(assignments.revoked(List.of(0, 1))).containsExactly(A);
        assertThat(assignments.revoked(List.of(0, 1))).isEmpty();
    }

    @Test
    void a_partition_that_is_taken_away_before_its_zone_is_known_never_becomes_this_nodes() {
        assignments.assigned(List.of(1));
        assignments.revoked(List.of(1));
        stored = () -> TWO;
        int before = reads.get();
        assignments.assigned(List.of(2));

        Await.until("two more looks", () -> reads.get() >= before + 2);
        assertThat(owned).isEmpty();
    }

    @Test
    void a_zone_is_released_as_it_was_owned_even_if_its_entry_has_changed_since() {
        assignments.assigned(List.of(0));
        stored = () -> ZoneTable.of(List.of(new ZoneLayout(A.zone(), 0, List.of(9)), B));
        assignments.assigned(List.of(1));
        Await.until("the new table", () -> owned.contains(B));

        assertThat(assignments.revoked(List.of(0))).containsExactly(A);
    }

    private ZoneTable read() {
        try {
            return stored.get();
        } finally {
            reads.incrementAndGet();
        }
    }
}
