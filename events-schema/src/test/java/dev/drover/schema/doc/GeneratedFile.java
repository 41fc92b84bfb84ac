package dev.drover.schema.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file below {@code docs} that is made by a test and checked in.
 *
 * @param name its path below {@code docs}
 * @param text what it must hold
 */
public record GeneratedFile(String name, String text) {
    private static final Path DOCS = Path.of(System.getProperty("basedir", "."), "..", "docs");
    private static final String CURE =
            "mvn -pl events-schema test -Dtest='EventsPageTest,SchemaFilesTest'" + " -Ddrover.docs.write=true";

    /** Fails when it is not what it must be; or makes it so, where that was asked for. */
    public void check() {
        if (writing()) {
            write();
        }
        assertThat(DOCS.resolve(name))
                .as("docs/%s is out of date; write it anew: %s", name, CURE)
                .exists()
                .content()
                .isEqualTo(text);
    }

    /** Fails when the folder holds any but these files; or removes others, where writing was asked for. */
    public static void checkThatOnly(List<String> expected, String folder) {
        try (Stream<Path> files = Files.list(Files.createDirectories(DOCS.resolve(folder)))) {
            List<Path> others = files.filter(
                            file -> !expected.contains(file.getFileName().toString()))
                    .toList();
            if (writing()) {
                for (Path other : others) {
                    Files.delete(other);
                }
            } else {
                assertThat(others)
                        .as("nothing needs these; remove them: %s", CURE)
                        .isEmpty();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean writing() {
        return Boolean.getBoolean("drover.docs.write");
    }

    private void write() {
        try {
            Files.createDirectories(DOCS.resolve(name).getParent());
            Files.writeString(DOCS.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
