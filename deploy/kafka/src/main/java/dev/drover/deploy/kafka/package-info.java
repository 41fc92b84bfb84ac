/**
 * Apache Kafka from its published artifacts, one node in a child JVM, its data kept in a folder: for {@code drover up},
 * {@code drover demo} and tests. Not for production, where Kafka is a cluster of its own.
 *
 * <p>May depend on: the package for child JVMs and Kafka's own server.
 */
@NullMarked
package dev.drover.deploy.kafka;

import org.jspecify.annotations.NullMarked;
