package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedZoneTest {
    private static final ZoneLayout LAYOUT = new ZoneLayout(new ZoneId("fra1"), 3, List.of(12, 13));

    @TempDir
    Path folder;

    @Test
    void what_was_kept_is_known_after_a_restart() {
        new RememberedZone(folder.resolve("new")).keep(LAYOUT);

        assertThat(new RememberedZone(folder.resolve("new")).recall(LAYOUT.zone()))
                .contains(LAYOUT);
    }

    @Test
    void another_zone_is_not_known() {
        new RememberedZone(folder).keep(LAYOUT);

        assertThat(new RememberedZone(folder).recall(new ZoneId("lon2"))).isEmpty();
    }

    @Test
    void nothing_is_known_at_first() {
        assertThat(new RememberedZone(folder).recall(LAYOUT.zone())).isEmpty();
    }

    @Test
    void the_last_one_counts() {
        ZoneLayout moved = new ZoneLayout(LAYOUT.zone(), 4, List.of(20));
        RememberedZone memory = new RememberedZone(folder);
        memory.keep(LAYOUT);
        memory.keep(moved);

        assertThat(memory.recall(LAYOUT.zone())).contains(moved);
    }

    @Test
    void a_damaged_memory_is_none() throws IOException {
        Files.writeString(folder.resolve("zone.json"), "{\"zone\":\"fra1\"");

        assertThat(new RememberedZone(folder).recall(LAYOUT.zone())).isEmpty();
    }

    @Test
    void a_folder_that_can_not_be_used_costs_the_memory_only() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        RememberedZone memory = new RememberedZone(file);
        memory.keep(LAYOUT);

        assertThat(memory.recall(LAYOUT.zone())).isEmpty();
    }
}
