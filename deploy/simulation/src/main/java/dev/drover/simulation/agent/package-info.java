/**
 * The agents of a simulated fleet: production's engine with simulated threads, disks and letters.
 *
 * <p>May depend on: the schema, the agent's engine, domain and ports, the fleet, the log.
 */
@NullMarked
package dev.drover.simulation.agent;

import org.jspecify.annotations.NullMarked;
