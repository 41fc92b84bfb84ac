package dev.drover.scheduler.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.IntentLifecycle;
import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.migration.MigrationLifecycle;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.page.LifecyclePage.Row;
import dev.drover.scheduler.engine.ZoneLifecycle;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.MigrationPlanned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecyclePageTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void the_page_about_migrations_shows_their_table_as_it_is() throws IOException {
        Map<String, String> ends = new LinkedHashMap<>();
        Arrays.stream(MigrationPhase.values())
                .filter(MigrationPhase::isTerminal)
                .forEach(phase -> ends.put(phase.name(), ""));
        check(
                "migration-lifecycle.md",
                new LifecyclePage(
                        "The life of a migration",
                        "MigrationLifecycle.TABLE",
                        Row.first(MigrationPlanned.class, MigrationPhase.QUEUED),
                        MigrationLifecycle.TABLE.stream()
                                .map(row -> Row.of(row.from(), row.event(), row.to()))
                                .toList(),
                        ends));
    }

    @Test
    void the_page_about_intents_shows_their_table_as_it_is() throws IOException {
        Map<String, String> ends = new LinkedHashMap<>();
        ends.put(IntentPhase.ENDED.name(), "it holds no hosts");
        ends.put(IntentPhase.RELEASED.name(), "");
        check(
                "intent-lifecycle.md",
                new LifecyclePage(
                        "The life of an intent that takes time",
                        "IntentLifecycle.TABLE",
                        Row.first(IntentAccepted.class, IntentPhase.ACTIVE),
                        IntentLifecycle.TABLE.stream()
                                .map(row -> Row.of(row.from(), row.event(), row.to()))
                                .toList(),
                        ends));
    }

    @Test
    void the_page_about_ownership_shows_its_table_as_it_is() throws IOException {
        ZoneLifecycle.Transition first = ZoneLifecycle.TABLE.getFirst();
        check(
                "zone-lifecycle.md",
                new LifecyclePage(
                        "What a node goes through with a zone",
                        "ZoneLifecycle.TABLE",
                        new Row("", "", first.from().name()),
                        ZoneLifecycle.TABLE.stream()
                                .map(row -> new Row(
                                        row.from().name(),
                                        row.occasion().name(),
                                        row.to().name()))
                                .toList(),
                        Map.of()));
    }

    private static void check(String name, LifecyclePage page) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("drover.docs.write")) {
            Files.writeString(file, page.text());
        }
        assertThat(file)
                .as("docs/%s is out of date: run this test with -Ddrover.docs.write=true", name)
                .hasContent(page.text());
    }
}
