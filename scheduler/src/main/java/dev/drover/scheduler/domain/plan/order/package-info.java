/**
 * When each move starts, and at what rate.
 *
 * <p>May depend on: the problem, the placement.
 */
@NullMarked
package dev.drover.scheduler.domain.plan.order;

import org.jspecify.annotations.NullMarked;
