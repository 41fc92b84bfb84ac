package dev.drover.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report for people: a column a size. */
public final class LogTable {
    private static final int LABEL = 44;
    private static final int COLUMN = 12;
    private static final double KIBI = 1024;

    private final LogReport report;
    private final List<String> lines = new ArrayList<>();

    private LogTable(LogReport report) {
        this.report = report;
    }

    /** Its lines. */
    public static List<String> lines(LogReport report) {
        return new LogTable(report).all();
    }

    private List<String> all() {
        row("vms", size -> Integer.toString(size.vms()));
        row("inputs a batch", size -> whole(size.load().inputsPerBatch()));
        row("engine: inputs/s", size -> whole(size.engine().inputsPerSecond()));
        row("raw Kafka: inputs/s", size -> whole(size.raw().inputsPerSecond()));
        row("engine / raw", size -> ratio(size.engineToRaw()));
        row("engine: commit p50 ms", size -> tenth(size.engine().commitP50Millis()));
        row("engine: commit p99 ms", size -> tenth(size.engine().commitP99Millis()));
        row("engine: batch p99 ms", size -> tenth(size.engine().batchP99Millis()));
        row("raw Kafka: commit p99 ms", size -> tenth(size.raw().commitP99Millis()));
        row("engine: processor us an input", size -> tenth(size.engine().processCpuMicrosPerInput()));
        row("replay: events/s", size -> whole(size.replay().eventsPerSecond()));
        row("replay / raw consume", size -> ratio(size.replay().droverToRaw()));
        row("restart from snapshot ms", size -> whole(size.restart().fromSnapshotMillis()));
        row("  events after the snapshot", size -> Long.toString(size.restart().tailEvents()));
        row("restart by full replay ms", size -> whole(size.restart().fromStartMillis()));
        row("snapshot KiB", size -> whole(size.restart().snapshotBytes() / KIBI));
        row("planning ms a plan", size -> tenth(size.planning().millisPerPlan()));
        row("heap MiB per 100k vms", size -> whole(size.heap().bytesPer100kVms() / KIBI / KIBI));
        report.growth().forEach(this::say);
        report.floors().forEach(this::say);
        return List.copyOf(lines);
    }

    private void say(Growth growth) {
        lines.add(String.format(
                Locale.ROOT,
                "%.0f times the fleet: %.2f times the processor time an input (%.2f if it grew like log n)",
                growth.fleetTimes(),
                growth.cpuTimes(),
                growth.logTimes()));
    }

    private void say(Floor floor) {
        lines.add(String.format(
                Locale.ROOT,
                "%s: at least %.2f wanted, %.2f at worst: %s",
                floor.ratio(),
                floor.least(),
                floor.worst(),
                floor.held() ? "held" : "MISSED"));
    }

    private void row(String label, Function<SizeResult, String> cell) {
        lines.add(report.sizes().stream()
                .map(cell)
                .map(text -> " ".repeat(Math.max(1, COLUMN - text.length())) + text)
                .collect(Collectors.joining("", label + " ".repeat(Math.max(0, LABEL - label.length())), "")));
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    private static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String ratio(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
