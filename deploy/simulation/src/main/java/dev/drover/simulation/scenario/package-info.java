/**
 * What a simulation is made of, as data: a fleet, what operators ask for, and every fault with its time.
 *
 * <p>May depend on: the schema, the scheduler's policy.
 */
@NullMarked
package dev.drover.simulation.scenario;

import org.jspecify.annotations.NullMarked;
