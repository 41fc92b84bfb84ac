/**
 * A deterministic world around the production scheduler: one thread, virtual time, one seed, every fault on order, and
 * every promise of the design looked after at every step.
 *
 * <p>May depend on: everything below, the scheduler, the agent's domain.
 */
@NullMarked
package dev.drover.simulation;

import org.jspecify.annotations.NullMarked;
