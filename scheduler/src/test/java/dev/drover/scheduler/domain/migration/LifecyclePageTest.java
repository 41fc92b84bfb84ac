package dev.drover.scheduler.domain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LifecyclePageTest {
    private static final Path PAGE = Path.of("..", "docs", "migration-lifecycle.md");

    @Test
    void the_page_in_the_docs_shows_the_table_as_it_is() throws IOException {
        if (Boolean.getBoolean("drover.docs.write")) {
            Files.writeString(PAGE, LifecyclePage.text());
        }
        assertThat(PAGE)
                .as("docs/migration-lifecycle.md is out of date: run this test with -Ddrover.docs.write=true")
                .hasContent(LifecyclePage.text());
    }
}
