package dev.drover.bench.converge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.bench.converge.driver.Rule;
import dev.drover.bench.converge.guest.Guest;
import dev.drover.bench.converge.guest.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All that {@code bench converge} says: how each rule did, and where a peer did better than Drover. */
public final class ConvergeReport {
    private static final double THOUSANDTHS = 1000;

    private final List<Guest> guests;
    private final List<Cell> cells;

    private ConvergeReport(List<Guest> guests, List<Cell> cells) {
        this.guests = guests;
        this.cells = cells;
    }

    /** Moves every guest of the matrix by every rule, with each set of consents. */
    public static ConvergeReport full() {
        return of(Matrix.full());
    }

    static ConvergeReport of(Matrix matrix) {
        List<Guest> guests = matrix.guests();
        List<Cell> cells = Stream.of(Allowed.values())
                .flatMap(allowed -> guests.stream().map(guest -> Cell.run(guest, allowed)))
                .toList();
        return new ConvergeReport(guests, cells);
    }

    /** Each guest with each set of consents. */
    List<Cell> cells() {
        return cells;
    }

    /** For programs. */
    public String json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("benchmark", "converge");
        report.put("guests", guests.size());
        report.put("rate_mbps", Matrix.RATE_MEGABITS);
        report.put("objective_ms", Math.round(Matrix.OBJECTIVE_SECONDS * THOUSANDTHS));
        ObjectNode consents = report.putObject("consents");
        for (Allowed allowed : Allowed.values()) {
            ObjectNode rules = consents.putObject(allowed.label()).putObject("rules");
            for (Rule rule : Rule.values()) {
                write(rules.putObject(rule.label()), Tally.of(with(allowed), rule));
            }
        }
        ArrayNode better = report.putArray("peer_better");
        cells.forEach(cell -> cell.better().ifPresent(rule -> write(better.addObject(), cell, rule)));
        ArrayNode broken = report.putArray("finished_only_beyond_objective");
        cells.stream()
                .filter(cell -> cell.fastestPeer().isEmpty())
                .forEach(cell -> cell.breaker().ifPresent(rule -> write(broken.addObject(), cell, rule)));
        return report.toString();
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Allowed allowed : Allowed.values()) {
            lines.add(String.format(Locale.ROOT, "%-28s%s", allowed.label(), Tally.HEAD));
            for (Rule rule : Rule.values()) {
                Tally tally = Tally.of(with(allowed), rule);
                lines.add(String.format(Locale.ROOT, "  %-26s%s", rule.label(), tally.line()));
            }
        }
        lines.add(guests.size() + " guests, each with each set of consents");
        cells.forEach(cell -> cell.better().ifPresent(rule -> lines.add(better(cell, rule))));
        return List.copyOf(lines);
    }

    private List<Cell> with(Allowed allowed) {
        return cells.stream().filter(cell -> cell.allowed() == allowed).toList();
    }

    private static String better(Cell cell, Rule rule) {
        Guest guest = cell.task().guest();
        return String.format(
                Locale.ROOT,
                "%s was better: %d GiB, %.1f %% hot, written at %.2f of the rate, %s, %s allowed: %.1f s, drover %s; it %s",
                rule.label(),
                guest.gibibytes(),
                guest.hotPercent(),
                guest.dirtyOfRate(),
                guest.pattern().name().toLowerCase(Locale.ROOT),
                cell.allowed().label(),
                cell.of(rule).seconds(),
                how(cell.of(Rule.DROVER)),
                cell.why(rule));
    }

    private static String how(Outcome outcome) {
        return String.format(
                Locale.ROOT, outcome.finished() ? "%.1f s" : "left it alone after %.1f s", outcome.seconds());
    }

    private static void write(ObjectNode node, Tally tally) {
        node.put("finished_pct", rounded(tally.finishedPercent()))
                .put("objective_kept_pct", rounded(tally.objectiveKeptPercent()))
                .put("seconds_p50", rounded(tally.secondsP50()))
                .put("seconds_mean", rounded(tally.secondsMean()))
                .put("sent_times_memory", rounded(tally.sentTimesMemory()))
                .putObject("blackout_ms")
                .put("p50", rounded(tally.blackoutMillisP50()))
                .put("p99", rounded(tally.blackoutMillisP99()))
                .put("max", rounded(tally.blackoutMillisMax()));
    }

    private static void write(ObjectNode node, Cell cell, Rule rule) {
        Guest guest = cell.task().guest();
        node.put("consents", cell.allowed().label())
                .put("gib", guest.gibibytes())
                .put("hot_pct", guest.hotPercent())
                .put("dirty_of_rate", guest.dirtyOfRate())
                .put("pattern", guest.pattern().name().toLowerCase(Locale.ROOT))
                .put("rule", rule.label())
                .put("seconds", rounded(cell.of(rule).seconds()))
                .put("blackout_ms", rounded(cell.of(rule).blackoutSeconds() * THOUSANDTHS))
                .put("drover_finished", cell.of(Rule.DROVER).finished())
                .put("drover_seconds", rounded(cell.of(Rule.DROVER).seconds()))
                .put("why", cell.why(rule));
    }

    private static double rounded(double figure) {
        return Math.round(figure * THOUSANDTHS) / THOUSANDTHS;
    }
}
