package dev.drover.architecture;

import dev.drover.architecture.Sources.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Links between the documents. */
final class Documents {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^\\s*```.*?^\\s*```|`[^`\n]*`");
    private static final Pattern ELSEWHERE = Pattern.compile("^([a-z][a-z0-9+.-]*:|#).*");

    private Documents() {}

    /** Relative links that lead nowhere. */
    static List<String> broken(Path root, List<Source> documents) {
        return documents.stream()
                .flatMap(document -> links(document)
                        .filter(link -> !Files.exists(target(root, document, link)))
                        .map(link -> document.path() + ": " + link + " leads nowhere"))
                .toList();
    }

    /** Files next to the index that it does not link to. */
    static List<String> unlisted(Source index, List<Source> documents) {
        Path folder = Path.of(index.path()).getParent();
        List<Path> listed = links(index)
                .map(link -> folder.resolve(link.split("#", 2)[0]).normalize())
                .toList();
        return documents.stream()
                .map(Source::path)
                .filter(path -> folder.equals(Path.of(path).getParent()) && !path.equals(index.path()))
                .filter(path -> !listed.contains(Path.of(path)))
                .toList();
    }

    private static Stream<String> links(Source document) {
        String text = CODE.matcher(String.join("\n", document.lines())).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches());
    }

    private static Path target(Path root, Source document, String link) {
        return root.resolve(document.path())
                .resolveSibling(link.split("#", 2)[0])
                .normalize();
    }
}
