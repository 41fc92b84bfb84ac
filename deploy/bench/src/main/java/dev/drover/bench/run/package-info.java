/**
 * The measurements: the engine on a real Kafka, and raw Kafka beside it, in rounds that take turns.
 *
 * <p>May depend on: the load, the results, the scheduler, the schema, Kafka.
 */
@NullMarked
package dev.drover.bench.run;

import org.jspecify.annotations.NullMarked;
