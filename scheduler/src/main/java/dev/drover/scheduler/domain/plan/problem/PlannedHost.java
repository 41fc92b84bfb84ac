package dev.drover.scheduler.domain.plan.problem;

/**
 * A host as a plan sees it.
 *
 * @param capacity for all vms together
 * @param takesVms whether vms may be sent there at all
 */
public record PlannedHost(String id, Demand capacity, boolean takesVms) {}
