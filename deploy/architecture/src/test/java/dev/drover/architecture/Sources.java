package dev.drover.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What can only be seen in the text of the files. */
final class Sources {
    /** The folder that holds all modules. */
    static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "..")
            .toAbsolutePath()
            .normalize();

    static final int MOST_LINES = 400;

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", ".drover");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern SLEEP =
            Pattern.compile("\\b(Thread|TimeUnit\\.\\w+|\\w*SECONDS)\\s*\\.\\s*sleep\\s*\\(");
    private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\s*(->|:)");

    private Sources() {}

    /** A file by its path from the root, with its lines. */
    record Source(String path, List<String> lines) {
        boolean isTest() {
            return path.contains("/src/test/");
        }

        boolean isDomain() {
            return path.contains("/src/main/") && path.contains("/domain/");
        }
    }

    /** All files whose names end so, in the order of their paths. */
    static List<Source> ending(String suffix) {
        List<Source> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && file.toString().endsWith(suffix)) {
                        found.add(new Source(ROOT.relativize(file).toString(), Files.readAllLines(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(Comparator.comparing(Source::path));
        return List.copyOf(found);
    }

    static List<String> tooLong(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.lines().size() > MOST_LINES)
                .map(source -> source.path() + " has " + source.lines().size() + " lines; split it")
                .toList();
    }

    static List<String> unfinished(List<Source> sources) {
        return matching(sources, source -> true, UNFINISHED);
    }

    /** A test that sleeps to be in time is late on one machine and slow on all. */
    static List<String> sleepingTests(List<Source> sources) {
        return matching(sources, Source::isTest, SLEEP);
    }

    /** A default hides the event that nobody has thought of yet. */
    static List<String> defaults(List<Source> sources) {
        return matching(sources, Source::isDomain, DEFAULT);
    }

    private static List<String> matching(List<Source> sources, Predicate<Source> where, Pattern pattern) {
        return sources.stream()
                .filter(where)
                .flatMap(source -> IntStream.range(0, source.lines().size())
                        .filter(line ->
                                pattern.matcher(source.lines().get(line)).find())
                        .mapToObj(line -> source.path() + ":" + (line + 1) + ": "
                                + source.lines().get(line).strip()))
                .toList();
    }
}
