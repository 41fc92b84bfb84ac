package dev.drover.scheduler.domain.plan.problem;

/** Who says where a vm goes. */
public enum Destinations {
    /** The problem: every vm goes to its destination. */
    FIXED,
    /** The planner: every vm on a host that takes no vms goes to one that does. */
    FREE
}
