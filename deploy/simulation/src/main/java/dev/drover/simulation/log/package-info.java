/**
 * A zone's topics in memory, with Kafka's habits: transactions, markers, fencing, duplicates, unknown outcomes.
 *
 * <p>May depend on: the schema and its codec, the engine's ports, virtual time.
 */
@NullMarked
package dev.drover.simulation.log;

import org.jspecify.annotations.NullMarked;
