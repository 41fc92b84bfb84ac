package dev.drover.bench.plan;

import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.whole.WholePlan;

/**
 * A plan and what it took to make it.
 *
 * @param plainMakespanMillis that of plain longest-first list scheduling
 * @param plainMillis what that took
 */
public record MeasuredPlan(
        PlanningProblem problem, WholePlan plan, double millis, long plainMakespanMillis, double plainMillis) {}
