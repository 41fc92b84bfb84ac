package dev.drover.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.drover.architecture.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    private static final List<Source> DOCUMENTS = Sources.ending(".md");

    @Test
    void every_relative_link_leads_somewhere() {
        assumeThat(DOCUMENTS).isNotEmpty();

        assertThat(Documents.broken(Sources.ROOT, DOCUMENTS)).isEmpty();
    }

    @Test
    void every_decision_is_in_the_index() {
        Optional<Source> index = DOCUMENTS.stream()
                .filter(document -> document.path().equals("docs/adr/README.md"))
                .findFirst();
        assumeThat(index).isPresent();

        assertThat(Documents.unlisted(index.orElseThrow(), DOCUMENTS)).isEmpty();
    }

    @Test
    void a_link_that_leads_nowhere_is_found(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs/adr"));
        Files.createFile(root.resolve("docs/adr/0001-a.md"));
        Source document = new Source(
                "docs/page.md",
                List.of(
                        "[good](adr/0001-a.md#why) [folder](adr) [web](https://example.org/x) [here](#top)",
                        "[bad](adr/0002-b.md) and ![bad too](picture.png \"a title\")",
                        "`[code](nowhere)`",
                        "```",
                        "[more code](nowhere)",
                        "```"));

        assertThat(Documents.broken(root, List.of(document)))
                .containsExactly(
                        "docs/page.md: adr/0002-b.md leads nowhere", "docs/page.md: picture.png leads nowhere");
    }

    @Test
    void a_decision_that_the_index_forgot_is_found() {
        Source index = new Source("docs/adr/README.md", List.of("[0001](0001-a.md)", "`[0002](0002-b.md)`"));
        List<Source> documents = List.of(
                index,
                new Source("docs/adr/0001-a.md", List.of()),
                new Source("docs/adr/0002-b.md", List.of()),
                new Source("docs/page.md", List.of()));

        assertThat(Documents.unlisted(index, documents)).containsExactly("docs/adr/0002-b.md");
    }
}
