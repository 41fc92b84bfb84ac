package dev.drover.scheduler.domain.plan;

import dev.drover.scheduler.domain.intent.Task;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** When a task may be worked on, and which goes first. */
public final class Urgency {
    /** The most urgent first, then the one whose deadline is nearest, then by name. */
    public static final Comparator<Task> FIRST = Comparator.comparing(
                    (Task task) -> task.intent().priority())
            .reversed()
            .thenComparing(task -> task.intent().deadline().orElse(Instant.MAX))
            .thenComparing(Task::id);

    private Urgency() {}

    /** Its migrations' part of a link, beside those of others: each step of priority gets twice as much. */
    public static int weight(Task task) {
        return switch (task.intent().priority()) {
            case LOW -> 1;
            case NORMAL -> 2;
            case HIGH -> 4;
            case URGENT -> 8;
        };
    }

    /** Whether migrations may be started for it at {@code now}. */
    public static boolean mayStart(Task task, Instant now) {
        return window(task)
                .map(window -> !now.isBefore(window.from()) && now.isBefore(window.until()))
                .orElse(true);
    }

    /** Whether its window was open and is closed for good. */
    public static boolean isTooLate(Task task, Instant now) {
        return window(task).filter(window -> !now.isBefore(window.until())).isPresent();
    }

    private static Optional<Window> window(Task task) {
        return task.intent() instanceof EvacuateHosts evacuate ? evacuate.window() : Optional.empty();
    }
}
