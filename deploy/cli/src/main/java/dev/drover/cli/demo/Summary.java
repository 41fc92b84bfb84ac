package dev.drover.cli.demo;

import dev.drover.cli.terminal.Human;
import dev.drover.cli.terminal.Table;
import dev.drover.cli.zone.MigrationStory;
import dev.drover.schema.report.TransferFigures;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was moved, as a table. Pure. */
final class Summary {
    private static final List<String> HEAD =
            List.of("vm", "from", "to", "memory", "sent", "took", "blackout", "attempts", "");

    private Summary() {}

    static List<String> lines(Collection<MigrationStory> stories) {
        return new Table(HEAD, stories.stream().map(Summary::row).toList()).lines();
    }

    static Optional<Duration> longestBlackout(Collection<MigrationStory> stories) {
        return stories.stream()
                .flatMap(story -> story.figures().stream())
                .flatMap(figures -> figures.blackout().stream())
                .max(Comparator.naturalOrder());
    }

    private static List<String> row(MigrationStory story) {
        return List.of(
                story.plan().name().value(),
                story.plan().source().value(),
                story.plan().destination().value(),
                Human.bytes(story.plan().memory()),
                figure(story, figures -> Human.bytes(figures.transferred())),
                story.took().map(Human::duration).orElse("-"),
                figure(story, figures -> figures.blackout().map(Human::duration).orElse("-")),
                Long.toString(story.attempts()),
                story.succeeded() ? "arrived" : "stayed");
    }

    private static String figure(MigrationStory story, Function<TransferFigures, String> text) {
        return story.figures().map(text).orElse("-");
    }
}
