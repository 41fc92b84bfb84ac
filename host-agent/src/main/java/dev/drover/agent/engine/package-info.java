/**
 * The agent at work, without any idea of threads: its parts take messages one at a time, each answer is a message, and
 * what a part asks of the world it asks without waiting. Actors run the parts in production; the simulation runs the
 * same ones in its own time.
 *
 * <p>May depend on: the agent's domain and ports, the schema, SLF4J.
 */
@NullMarked
package dev.drover.agent.engine;

import org.jspecify.annotations.NullMarked;
