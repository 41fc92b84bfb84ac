/**
 * The race itself: time, links that are shared, guests that are copied.
 *
 * <p>May depend on: the scene, the scheduler's shares of links, the simulated hypervisor's physics.
 */
@NullMarked
package dev.drover.bench.race.track;

import org.jspecify.annotations.NullMarked;
