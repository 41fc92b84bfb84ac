/**
 * Commands in, reports and telemetry out, through Kafka. Each has a thread or a buffer of its own, so that nobody who
 * uses it ever waits for Kafka.
 *
 * <p>May depend on: the agent's domain, the schema, Kafka's client, SLF4J.
 */
@NullMarked
package dev.drover.agent.adapter.kafka;

import org.jspecify.annotations.NullMarked;
