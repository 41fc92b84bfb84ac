/**
 * Before which time no plan can be done, and what stands in its way.
 *
 * <p>May depend on: the problem, the placement, and a library of graphs, which is values in and values out as well.
 */
@NullMarked
package dev.drover.scheduler.domain.plan.bound;

import org.jspecify.annotations.NullMarked;
