package dev.drover.scheduler.domain.plan.problem;

/**
 * What a plan says of one vm. The rate is held from start to end.
 *
 * @param vm its place in {@link PlanningProblem#vms()}
 * @param destination its place in {@link PlanningProblem#hosts()}
 */
public record PlannedMove(int vm, int destination, long startMillis, long endMillis, long rateMbps) {}
