package dev.drover.scheduler.domain.plan.problem;

/**
 * A vm that a plan leaves where it is, though it was to be moved.
 *
 * @param vm its place in {@link PlanningProblem#vms()}
 * @param reason completes the sentence that begins with the vm's name
 */
public record Unmoved(int vm, String reason) {}
