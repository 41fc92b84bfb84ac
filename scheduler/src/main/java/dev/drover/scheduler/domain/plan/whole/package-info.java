/**
 * Whole plans: where to, when, and how close to what is possible.
 *
 * <p>May depend on: the problem, bounds, placement, order.
 */
@NullMarked
package dev.drover.scheduler.domain.plan.whole;

import org.jspecify.annotations.NullMarked;
