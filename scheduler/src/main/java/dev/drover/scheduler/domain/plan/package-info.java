/**
 * Where vms go: the planner proposes, looking at one immutable state; whether a proposal still holds is for others to
 * judge.
 *
 * <p>May depend on: the schema, the zone's state and its topics.
 */
@NullMarked
package dev.drover.scheduler.domain.plan;

import org.jspecify.annotations.NullMarked;
