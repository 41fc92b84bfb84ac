package dev.drover.scheduler.domain.plan.problem;

/**
 * A vm as a plan sees it. Hosts go by their places in {@link PlanningProblem#hosts()}.
 *
 * @param source where it is
 * @param destination where it should go, if destinations are given
 */
public record PlannedVm(String id, int source, int destination, Demand demand, Workload workload) {}
