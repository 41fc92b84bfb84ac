package dev.drover.scheduler.domain.plan.problem;

import java.util.OptionalLong;

/** What a copy costs. Pure. */
public interface DurationModel {
    /** Milliseconds to copy at this rate from begin to end; empty when the copy would never come to an end. */
    OptionalLong millis(Workload workload, long rateMbps);

    /** The lowest rate that a plan may choose where the path would carry {@code pathMbps}. */
    long leastMbps(long pathMbps);

    /**
     * What a copy takes of a link at the least: rate by time, in megabits, whichever rate a plan may choose on a path
     * that would carry {@code pathMbps}. Asked only where the copy comes to an end.
     */
    double leastMbit(Workload workload, long pathMbps);
}
