package dev.drover.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.snapshot.Slot;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotShelfTest {
    private final SnapshotShelf shelf = new SnapshotShelf();

    @Test
    void an_empty_shelf_holds_nothing_whole() {
        assertThat(shelf.isNewestWhole(Set.of())).isFalse();
    }

    @Test
    void the_newest_is_not_whole_while_a_part_is_missing_though_an_older_one_is() {
        put(SnapshotFixture.parts("a", 10, 100, 3));
        put(SnapshotFixture.footer("b", 20, 200, 3));
        assertThat(shelf.isNewestWhole(Set.of())).isFalse();
        assertThat(shelf.isNewestWhole(Set.of(new Slot("b")))).isTrue();

        put(SnapshotFixture.partsWithoutFooter("b", 20, 200, 3));
        assertThat(shelf.isNewestWhole(Set.of())).isTrue();
    }

    @Test
    void of_the_same_one_on_several_rungs_any_will_do() {
        put(SnapshotFixture.footer("a", 20, 200, 3));
        put(SnapshotFixture.parts("hour", 20, 200, 3));
        assertThat(shelf.isNewestWhole(Set.of())).isTrue();
        assertThat(shelf.newestOutside(Set.of())).contains(SnapshotFixture.stored("hour", 20, 200, 3));
    }

    private void put(Batch batch) {
        batch.snapshot()
                .forEach(record ->
                        record.content().ifPresent(content -> shelf.put(record.slot(), record.part(), content)));
    }
}
