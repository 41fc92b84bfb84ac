/**
 * Scheduler nodes: the production engine, turned in virtual time, and the group that says who owns what.
 *
 * <p>May depend on: the engine, the log, virtual time.
 */
@NullMarked
package dev.drover.simulation.node;

import org.jspecify.annotations.NullMarked;
