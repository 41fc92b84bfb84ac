/**
 * The physical truth: hosts, guests, migrations that run in virtual time, and what goes wrong with them.
 *
 * <p>May depend on: the schema, the agent's ports, virtual time.
 */
@NullMarked
package dev.drover.simulation.fleet;

import org.jspecify.annotations.NullMarked;
