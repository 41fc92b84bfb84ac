package dev.drover.simulation.scenario;

import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReturnPolicy;
import java.util.OptionalLong;

/**
 * When and how hosts are emptied. Times are counted from the simulation's beginning.
 *
 * @param fromMs when migrations may start at the earliest; without it, at once
 * @param untilMs when they may start at the latest; only counts with {@code fromMs}
 * @param deadlineMs when all must be done
 */
public record Terms(
        OptionalLong fromMs,
        OptionalLong untilMs,
        OptionalLong deadlineMs,
        Priority priority,
        ReturnPolicy afterwards) {
    /** At once, without a deadline, and for good. */
    public static final Terms PLAIN = new Terms(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Priority.NORMAL, ReturnPolicy.STAY);
}
