package dev.drover.bench.converge;

import dev.drover.bench.converge.driver.Rule;
import dev.drover.bench.converge.guest.Outcome;
import java.util.List;
import java.util.Locale;

/**
 * How one rule did with all guests. Times, bytes and blackouts are of the guests that got there.
 *
 * @param objectiveKeptPercent of those that got there
 * @param sentTimesMemory bytes sent for a byte of memory
 */
record Tally(
        double finishedPercent,
        double objectiveKeptPercent,
        double secondsP50,
        double secondsMean,
        double sentTimesMemory,
        double blackoutMillisP50,
        double blackoutMillisP99,
        double blackoutMillisMax) {
    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;

    static Tally of(List<Cell> cells, Rule rule) {
        List<Cell> finished =
                cells.stream().filter(cell -> cell.of(rule).finished()).toList();
        List<Outcome> outcomes = finished.stream().map(cell -> cell.of(rule)).toList();
        double memory = finished.stream()
                .mapToDouble(cell -> cell.task().guest().bytes())
                .sum();
        double[] seconds =
                outcomes.stream().mapToDouble(Outcome::seconds).sorted().toArray();
        double[] blackouts = outcomes.stream()
                .mapToDouble(outcome -> outcome.blackoutSeconds() * MILLIS)
                .sorted()
                .toArray();
        return new Tally(
                share(finished.size(), cells.size()),
                share(finished.stream().filter(cell -> cell.kept(rule)).count(), finished.size()),
                quantile(seconds, 0.5),
                outcomes.stream().mapToDouble(Outcome::seconds).average().orElse(0),
                outcomes.stream().mapToDouble(Outcome::bytes).sum() / Math.max(1, memory),
                quantile(blackouts, 0.5),
                quantile(blackouts, 0.99),
                quantile(blackouts, 1));
    }

    /** For a table, as wide as {@link #HEAD}. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%7.1f%8.1f%10.1f%10.1f%7.2f%9.0f%9.0f%10.0f",
                finishedPercent,
                objectiveKeptPercent,
                secondsP50,
                secondsMean,
                sentTimesMemory,
                blackoutMillisP50,
                blackoutMillisP99,
                blackoutMillisMax);
    }

    static final String HEAD = String.format(
            Locale.ROOT,
            "%7s%8s%10s%10s%7s%9s%9s%10s",
            "done %",
            "kept %",
            "s p50",
            "s mean",
            "sent x",
            "ms p50",
            "ms p99",
            "ms max");

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : PERCENT * part / whole;
    }

    private static double quantile(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * (sorted.length - 1))];
    }
}
