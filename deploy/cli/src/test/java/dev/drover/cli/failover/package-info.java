/**
 * Real processes under load whose owner, or broker, is taken from them; and a checker that reads nothing but topics.
 *
 * <p>May depend on: all of Drover to start it and to load it; the checker on Kafka's client and JSON alone.
 */
@NullMarked
package dev.drover.cli.failover;

import org.jspecify.annotations.NullMarked;
