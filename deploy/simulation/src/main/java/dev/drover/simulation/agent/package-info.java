/**
 * The agents of a simulated fleet: the production judgement around a simple loop.
 *
 * <p>May depend on: the schema, the agent's domain, the fleet, the log.
 */
@NullMarked
package dev.drover.simulation.agent;

import org.jspecify.annotations.NullMarked;
