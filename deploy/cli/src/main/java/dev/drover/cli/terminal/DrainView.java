package dev.drover.cli.terminal;

import dev.drover.cli.zone.MigrationStory;
import dev.drover.cli.zone.ZoneView;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.telemetry.MigrationProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A drain as some lines of text: a bar for the whole, a line for each migration under way. Pure. */
public final class DrainView {
    private static final int BAR = 24;

    private DrainView() {}

    /** The lines, none wider than {@code width}. */
    public static List<String> lines(ZoneView view, IntentId intent, Duration elapsed, int width) {
        List<MigrationStory> stories = view.stories().values().stream()
                .filter(story -> story.plan().intent().equals(intent))
                .toList();
        long arrived = stories.stream().filter(MigrationStory::succeeded).count();
        long waiting = 0;
        List<String> lines = new ArrayList<>();
        lines.add(whole(view, intent, arrived, stories.size(), elapsed));
        for (Migration one : view.state().migrations().movingFor(intent)) {
            if (one.phase() == MigrationPhase.QUEUED) {
                waiting++;
            } else {
                lines.add(line(one, Optional.ofNullable(view.progress().get(one.id()))));
            }
        }
        if (waiting > 0) {
            lines.add("  " + waiting + " waiting for their turn");
        }
        return lines.stream().map(line -> cut(line, width)).toList();
    }

    private static String whole(ZoneView view, IntentId intent, long arrived, int planned, Duration elapsed) {
        String host = view.state()
                .intents()
                .task(intent)
                .map(task -> task.hosts().stream().map(HostId::value).collect(Collectors.joining(", ")))
                .orElse("?");
        double part = planned == 0 ? 0 : (double) arrived / planned;
        return "drain " + host + "  " + bar(part) + "  " + arrived + " of " + planned + " moved  "
                + Human.duration(elapsed);
    }

    private static String line(Migration migration, Optional<MigrationProgress> progress) {
        String route = "  %-10s %s → %s  %-10s"
                .formatted(
                        migration.plan().name().value(),
                        migration.plan().source(),
                        migration.plan().destination(),
                        migration.phase().name().toLowerCase(Locale.ROOT));
        boolean current = migration.phase() == MigrationPhase.RUNNING;
        return progress.filter(sample -> current && sample.attempt().equals(migration.attempt()))
                .map(sample -> route + "  " + figures(sample))
                .orElse(route);
    }

    private static String figures(MigrationProgress sample) {
        double done = sample.total().value() == 0
                ? 0
                : 1 - (double) sample.remaining().value() / sample.total().value();
        return bar(done) + "  pass " + sample.iteration() + "  " + Human.bytes(sample.remaining()) + " left at "
                + Human.rate(sample.rate());
    }

    private static String bar(double part) {
        int full = (int) Math.round(Math.clamp(part, 0, 1) * BAR);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }
}
