package dev.drover.cli.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each fault ended as it must, and how long that took from the guest's boot on. */
final class Tally {
    private static final double MILLIS_PER_SECOND = 1000;

    private final Map<Fault, List<Duration>> well = new EnumMap<>(Fault.class);

    synchronized void add(Fault fault, Duration took) {
        well.computeIfAbsent(fault, first -> new ArrayList<>()).add(took);
    }

    /** In Markdown. */
    synchronized String table() {
        return well.entrySet().stream()
                .map(entry ->
                        row(entry.getKey(), entry.getValue().stream().sorted().toList()))
                .collect(Collectors.joining(
                        "", "\n| fault | must end | as it must | median | longest |\n|---|---|---|---|---|\n", ""));
    }

    private static String row(Fault fault, List<Duration> sorted) {
        return "| %s | %s | %d | %.0f s | %.0f s |%n"
                .formatted(
                        fault.words(),
                        fault.ending().words(),
                        sorted.size(),
                        seconds(sorted.get(sorted.size() / 2)),
                        seconds(sorted.getLast()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
