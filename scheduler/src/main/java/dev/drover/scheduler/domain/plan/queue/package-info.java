/**
 * Who is next, for many numbers: kept in arrays, since plans ask for it millions of times.
 *
 * <p>May depend on: nothing.
 */
@NullMarked
package dev.drover.scheduler.domain.plan.queue;

import org.jspecify.annotations.NullMarked;
