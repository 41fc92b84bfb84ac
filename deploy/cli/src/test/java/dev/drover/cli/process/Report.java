package dev.drover.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was measured, printed and put where {@code deploy/bin/verify --full} collects it. */
public final class Report {
    private static final Path FOLDER = Path.of("target", "reports");

    private Report() {}

    /** A page in Markdown, under this title. */
    public static void write(String name, String title, String text) {
        System.out.println(text);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".md"), "\n## " + title + "\n" + text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
