/**
 * Actors that own zones: one a zone, on a thread of its own, under a guardian a node.
 *
 * <p>May depend on: the engine, the schema, Akka.
 */
@NullMarked
package dev.drover.scheduler.adapter.akka;

import org.jspecify.annotations.NullMarked;
