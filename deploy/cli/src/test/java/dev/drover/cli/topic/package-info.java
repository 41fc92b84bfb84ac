/**
 * What stands in topics, as any program would read it.
 *
 * <p>May depend on: Kafka's client and JSON alone.
 */
@NullMarked
package dev.drover.cli.topic;

import org.jspecify.annotations.NullMarked;
