/**
 * Where messages travel: topics, their layout, and CloudEvents in Kafka's binary mode.
 *
 * <p>May depend on: the other schema packages, Kafka's client and the CloudEvents SDK.
 */
@NullMarked
package dev.drover.schema.kafka;

import org.jspecify.annotations.NullMarked;
