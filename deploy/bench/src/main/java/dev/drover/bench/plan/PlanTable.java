package dev.drover.bench.plan;

import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Unmoved;
import dev.drover.scheduler.domain.plan.whole.WholePlan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Plans for people: a row a plan. */
public final class PlanTable {
    /** Above the rows. */
    public static final String HEAD = String.format(
            Locale.ROOT,
            "%-22s %7s %7s %12s %12s %7s %12s %10s %10s  %s",
            "instance",
            "vms",
            "hosts",
            "makespan s",
            "bound s",
            "ratio",
            "LPT s",
            "plan ms",
            "LPT ms",
            "bottleneck");

    private static final int MOST_UNMOVED_NAMED = 10;
    private static final double MILLIS_A_SECOND = 1000;

    private PlanTable() {}

    /** One plan. */
    public static String row(MeasuredPlan measured) {
        WholePlan plan = measured.plan();
        double boundSeconds = plan.bound().seconds();
        double makespanSeconds = plan.makespanMillis() / MILLIS_A_SECOND;
        return String.format(
                Locale.ROOT,
                "%-22s %7d %7d %12s %12s %7.4f %12s %10.1f %10.1f  %s",
                measured.problem().name(),
                measured.problem().vms().size(),
                measured.problem().hosts().size(),
                Figures.seconds(plan.makespanMillis()),
                Figures.rounded(boundSeconds),
                boundSeconds == 0 ? 1 : makespanSeconds / boundSeconds,
                Figures.seconds(measured.plainMakespanMillis()),
                measured.millis(),
                measured.plainMillis(),
                plan.bound().bottleneck());
    }

    /** Who stays behind, a line each for the first, and how many there are beside them. */
    public static List<String> unmoved(MeasuredPlan measured) {
        PlanningProblem problem = measured.problem();
        List<Unmoved> unmoved = measured.plan().unmoved();
        Stream<String> first = unmoved.stream()
                .limit(MOST_UNMOVED_NAMED)
                .map(one -> problem.name() + ": " + problem.vms().get(one.vm()).id() + " " + one.reason());
        int others = unmoved.size() - MOST_UNMOVED_NAMED;
        return others > 0
                ? Stream.concat(first, Stream.of(problem.name() + ": " + others + " more vms stay behind"))
                        .toList()
                : first.toList();
    }
}
