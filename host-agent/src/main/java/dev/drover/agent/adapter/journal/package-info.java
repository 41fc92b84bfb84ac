/**
 * The agent's memory on disk: a file that only grows, one entry a line, each on the disk before it counts.
 *
 * <p>May depend on: the agent's domain, the schema, Jackson, SLF4J.
 */
@NullMarked
package dev.drover.agent.adapter.journal;

import org.jspecify.annotations.NullMarked;
