package dev.drover.schema.doc;

import java.util.Collections;
import java.util.List;

/** A table in Markdown, a row a line. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(List<String> heads) {
        row(heads);
        row(Collections.nCopies(heads.size(), "---"));
    }

    void row(List<String> cells) {
        List<String> escaped =
                cells.stream().map(cell -> cell.replace("|", "\\|")).toList();
        text.append("| ").append(String.join(" | ", escaped)).append(" |\n");
    }

    String text() {
        return text.toString();
    }
}
