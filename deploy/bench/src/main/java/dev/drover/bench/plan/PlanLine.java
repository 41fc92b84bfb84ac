package dev.drover.bench.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.math.BigDecimal;
import java.util.List;

/** A plan as {@code bench plan --json} says it. Times are in seconds, whole ones where the model has whole ones. */
@JsonPropertyOrder({
    "instance",
    "vms",
    "hosts",
    "makespan_s",
    "lower_bound_s",
    "solve_ms",
    "lpt_makespan_s",
    "lpt_ms",
    "bottleneck",
    "moves"
})
public record PlanLine(
        String instance,
        int vms,
        int hosts,
        @JsonProperty("makespan_s") BigDecimal makespan,
        @JsonProperty("lower_bound_s") BigDecimal lowerBound,
        @JsonProperty("solve_ms") BigDecimal solveMillis,
        @JsonProperty("lpt_makespan_s") BigDecimal lptMakespan,
        @JsonProperty("lpt_ms") BigDecimal lptMillis,
        String bottleneck,
        List<MoveLine> moves) {
    /** One move of it. */
    public record MoveLine(
            String vm,
            String destination,
            @JsonProperty("start_s") BigDecimal start,
            @JsonProperty("end_s") BigDecimal end,
            @JsonProperty("rate_mbps") long rateMbps) {}

    /** Of what was measured. */
    public static PlanLine of(MeasuredPlan measured) {
        PlanningProblem problem = measured.problem();
        return new PlanLine(
                problem.name(),
                problem.vms().size(),
                problem.hosts().size(),
                Figures.seconds(measured.plan().makespanMillis()),
                Figures.rounded(measured.plan().bound().seconds()),
                Figures.rounded(measured.millis()),
                Figures.seconds(measured.plainMakespanMillis()),
                Figures.rounded(measured.plainMillis()),
                measured.plan().bound().bottleneck(),
                measured.plan().moves().stream()
                        .map(move -> line(problem, move))
                        .toList());
    }

    private static MoveLine line(PlanningProblem problem, PlannedMove move) {
        return new MoveLine(
                problem.vms().get(move.vm()).id(),
                problem.hosts().get(move.destination()).id(),
                Figures.seconds(move.startMillis()),
                Figures.seconds(move.endMillis()),
                move.rateMbps());
    }
}
