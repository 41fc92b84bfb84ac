package dev.drover.scheduler.domain.plan.problem;

/** Two nodes of a network side by side, with this capacity each way. */
public record Cable(int a, int b, long capacityMbps) {}
