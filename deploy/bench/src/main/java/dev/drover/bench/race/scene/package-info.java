/**
 * What is the same for all who race: hosts, links, guests, and what nobody knows of them beforehand.
 *
 * <p>May depend on: the scheduler's planning, the simulated hypervisor's physics, files, Jackson.
 */
@NullMarked
package dev.drover.bench.race.scene;

import org.jspecify.annotations.NullMarked;
