package dev.drover.bench.result;

/**
 * What the planner took while the load was recorded. It is no part of the engine's figures.
 *
 * @param plans that it made
 * @param millisPerPlan with what it took to find that there was nothing to plan
 */
public record PlanningResult(int plans, double millisPerPlan) {}
