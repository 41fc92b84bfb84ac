package dev.drover.schema.doc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources of this module say about a type, its parts and its package: read anew each time, so never stale. */
final class Docstrings {
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src", "main", "java");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("(.*?[.?!])(?=\\s|$).*", Pattern.DOTALL);

    private Docstrings() {}

    /** The first sentence about {@code type}; a type without one is a mistake. */
    static String of(Class<?> type) {
        return firstSentence(comment(type));
    }

    /** What the docstring of {@code type} says of the component of this name, if anything. */
    static Optional<String> ofComponent(Class<?> type, String component) {
        Matcher tag = Pattern.compile("@param\\s+" + component + "\\s+(.*?)(?=@\\w+\\s|$)", Pattern.DOTALL)
                .matcher(comment(type));
        return tag.find() ? Optional.of(plain(tag.group(1))) : Optional.empty();
    }

    /** The first sentence about a constant of {@code type}. */
    static String ofConstant(Class<?> type, String name) {
        Pattern constant = Pattern.compile("(?<![\\w.])" + name + "\\b\\s*[=,;({}]");
        return firstSentence(before(source(type), constant, type + "." + name));
    }

    /** The first sentence about the package of {@code type}. */
    static String ofPackage(Class<?> type) {
        return firstSentence(before(
                read(folder(type).resolve("package-info.java")), Pattern.compile("\npackage "), type.getPackageName()));
    }

    /** Whether the sources of {@code type} are of this module. */
    static boolean covers(Class<?> type) {
        return type.getPackageName().startsWith("dev.drover.schema");
    }

    private static String comment(Class<?> type) {
        Pattern declared = Pattern.compile("\\b(record|interface|enum|class)\\s+" + type.getSimpleName() + "\\b");
        return before(source(type), declared, type.getName());
    }

    /** The last comment that ends before the place. */
    private static String before(String source, Pattern place, String what) {
        Matcher found = place.matcher(COMMENT.matcher(source).replaceAll(Docstrings::blanked));
        if (!found.find()) {
            throw new IllegalStateException(what + " is not where its source should be");
        }
        return COMMENT.matcher(source.substring(0, found.start()))
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(what + " has no docstring; give it one"))
                .group(1)
                .replaceAll("\\R[ \\t]*\\* ?", "\n");
    }

    /** As long, but without words that could be taken for code. */
    private static String blanked(MatchResult comment) {
        return " ".repeat(comment.group().length());
    }

    private static String firstSentence(String comment) {
        String text = plain(comment.split("\\n@\\w", 2)[0]);
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.matches() ? sentence.group(1) : text;
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(code|link|value)\\s+(?:[\\w.]*\\.)?#?([^}]*)}", "`$2`")
                .replaceAll("</?\\w+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String source(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return read(folder(type).resolve(outermost.getSimpleName() + ".java"));
    }

    private static Path folder(Class<?> type) {
        return SOURCES.resolve(type.getPackageName().replace('.', '/'));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
