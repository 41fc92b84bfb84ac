/**
 * The zone's log, its topics and its ownership on Kafka.
 *
 * <p>May depend on: the engine, the schema and Kafka's client.
 */
@NullMarked
package dev.drover.scheduler.adapter.kafka;

import org.jspecify.annotations.NullMarked;
