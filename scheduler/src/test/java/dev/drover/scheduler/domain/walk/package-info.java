/**
 * A seeded random walk over the core: a model fleet whose agents fail, repeat themselves and come late, and the promises
 * that must hold after every step.
 *
 * <p>May depend on: the domain and the schema.
 */
@NullMarked
package dev.drover.scheduler.domain.walk;

import org.jspecify.annotations.NullMarked;
