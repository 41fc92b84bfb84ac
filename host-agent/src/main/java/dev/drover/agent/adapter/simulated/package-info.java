/**
 * Hosts that exist in memory only: a {@link dev.drover.agent.adapter.simulated.World} without threads or clocks, a
 * datacenter that lets time pass in it, and the driver through which an agent sees one host of it.
 *
 * <p>May depend on: the agent's ports, the schema, the physics below.
 */
@NullMarked
package dev.drover.agent.adapter.simulated;

import org.jspecify.annotations.NullMarked;
