/**
 * Where each vm goes.
 *
 * <p>May depend on: the problem.
 */
@NullMarked
package dev.drover.scheduler.domain.plan.place;

import org.jspecify.annotations.NullMarked;
