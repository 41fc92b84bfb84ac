package dev.drover.cli.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long a zone was without an owner, by what happened to the last one. */
final class Figures {
    /** A measured round: from the signal to the next owner's first event, and to its first answer to an intent. */
    private record Round(Duration owned, Duration answered) {}

    private final Map<Trouble, List<Round>> rounds = new EnumMap<>(Trouble.class);

    void add(Trouble trouble, Duration owned, Duration answered) {
        rounds.computeIfAbsent(trouble, key -> new ArrayList<>()).add(new Round(owned, answered));
    }

    /** A table in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("""
                | the owner's end | rounds | first event p50 | p99 | max | first answer p50 | p99 | max |
                |---|---|---|---|---|---|---|---|
                """);
        rounds.forEach((trouble, all) -> table.append("| %s | %d | %s | %s |%n"
                .formatted(
                        trouble,
                        all.size(),
                        cells(all.stream().map(Round::owned).toList()),
                        cells(all.stream().map(Round::answered).toList()))));
        return table.toString();
    }

    private static String cells(List<Duration> durations) {
        return seconds(percentile(durations, 50)) + " | " + seconds(percentile(durations, 99)) + " | "
                + seconds(percentile(durations, 100));
    }

    /** The smallest of them that so many percent do not exceed. */
    static Duration percentile(List<Duration> durations, int percent) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
