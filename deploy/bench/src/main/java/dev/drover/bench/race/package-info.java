/**
 * Drover and its peers, moving the same guests over the same links.
 *
 * <p>May depend on: the scheduler's planning, the simulated hypervisor's physics, instances.
 */
@NullMarked
package dev.drover.bench.race;

import org.jspecify.annotations.NullMarked;
