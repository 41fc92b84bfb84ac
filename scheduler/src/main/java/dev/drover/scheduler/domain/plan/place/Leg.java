package dev.drover.scheduler.domain.plan.place;

/**
 * A vm that is to move, and where to.
 *
 * @param vm its place among the problem's vms
 * @param destination its place among the problem's hosts
 */
public record Leg(int vm, int destination) {}
