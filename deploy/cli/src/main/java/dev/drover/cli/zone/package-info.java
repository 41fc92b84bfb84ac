/**
 * A zone as seen from outside: watching its log and telemetry, asking it for something.
 *
 * <p>May depend on: the schema, the scheduler's domain, Kafka's client.
 */
@NullMarked
package dev.drover.cli.zone;

import org.jspecify.annotations.NullMarked;
